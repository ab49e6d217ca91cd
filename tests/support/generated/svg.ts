import { latin1Bytes } from '../../../src/formats/core/bytes'
import type { Recipe } from '../generated'

/** As Inkscape writes it: its own settings in elements and attributes, and words of the author in every place. */
const INKSCAPE = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape, by Odile Marchetti -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   width="60" height="40" viewBox="0 0 60 40" version="1.1" data-name="Villeurbanne"
   sodipodi:docname="lina.svg" inkscape:export-filename="/home/odile.marchetti/lina.png" inkscape:version="1.2">
  <title>Lina at the lake</title>
  <desc id="words">Villeurbanne, 14 June</desc>
  <sodipodi:namedview id="base" inkscape:current-layer="layer1"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <metadata id="m"><rdf:RDF><cc:Work rdf:about=""><dc:creator>Odile Marchetti</dc:creator></cc:Work></rdf:RDF></metadata>
  <defs>
    <linearGradient id="fade"><stop offset="0" stop-color="#1a7"/><stop offset="1" stop-color="#fd3"/></linearGradient>
    <style>/* by Odile Marchetti */ .wave { stroke: #036; stroke-width: 2; fill: none }</style>
    <path id="one" d="M0 30 q 10 -10 20 0 t 20 0 t 20 0"/>
  </defs>
  <g inkscape:label="Lina" inkscape:groupmode="layer" id="layer1" aria-label="a portrait of Lina">
    <rect width="60" height="40" fill="url(#fade)"/>
    <use xlink:href="#one" class="wave" xlink:title="of Odile Marchetti"/>
    <circle cx="30" cy="12" r="7" style="fill:#fff;opacity:.7"><title>the face of Lina</title></circle>
  </g>
</svg>
`

export const SVG: readonly Recipe[] = [
  { name: 'svg as Inkscape writes it', format: 'svg', make: async () => latin1Bytes(INKSCAPE) },
  { name: 'svg with a byte order mark', format: 'svg', make: async () => latin1Bytes(`\xef\xbb\xbf${INKSCAPE}`) },
]
