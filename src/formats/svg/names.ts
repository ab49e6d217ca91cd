/**
 * What an SVG may keep, by name: SVG 2, Appendix "Element index", "Attribute index" and "Property index", without what
 * runs, embeds or refers to other documents.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const SVG = 'http://www.w3.org/2000/svg'
export const XLINK = 'http://www.w3.org/1999/xlink'

/** Namespaces of editors, whose elements and attributes hold settings of their windows and layers. */
export const EDITORS: ReadonlySet<string> = words(`
  http://www.inkscape.org/namespaces/inkscape
  http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd
  http://www.bohemiancoding.com/sketch/ns`)

export const ELEMENTS = words(`
  a animate animateColor animateMotion animateTransform circle clipPath defs ellipse feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker mask mpath path pattern polygon
  polyline radialGradient rect set stop style svg switch symbol text textPath tref tspan use view`)

/** They are never drawn; what is in them is words. */
export const WORDS = words('title desc metadata')

/** Text in them is drawn, or is a style sheet. */
export const WITH_TEXT = words('a style text textPath tref tspan')

export const ATTRIBUTES = words(`
  accumulate additive amplitude attributeName attributeType azimuth baseFrequency baseProfile begin bias by calcMode class
  clipPathUnits cx cy d diffuseConstant divisor dur dx dy edgeMode elevation end exponent filterRes filterUnits fr from fx fy
  gradientTransform gradientUnits height href id in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints
  keySplines keyTimes lang lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits
  max media method min mode numOctaves offset operator order orient origin path pathLength patternContentUnits
  patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r
  radius refX refY repeatCount repeatDur requiredExtensions requiredFeatures restart result rotate rx ry scale seed side
  slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles style surfaceScale
  systemLanguage tableValues target targetX targetY textLength to transform type values version viewBox viewTarget width
  x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan

  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-profile color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule
  filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust
  font-stretch font-style font-variant font-variant-ligatures font-weight glyph-orientation-horizontal
  glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing lighting-color line-height marker
  marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
  shape-inside shape-margin shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-align text-align-last text-anchor text-decoration text-decoration-color text-decoration-line
  text-decoration-style text-indent text-orientation text-overflow text-rendering transform-box transform-origin
  unicode-bidi vector-effect visibility white-space word-spacing writing-mode

  xml:space xml:lang xlink:href xlink:type xlink:show xlink:actuate`)
