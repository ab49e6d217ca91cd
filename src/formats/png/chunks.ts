/**
 * Which chunks a PNG may keep, by type, and how many bytes of data they can have, so that nothing hides behind a known
 * name. Sections are those of PNG, 3rd edition.
 */
interface Size {
  readonly exactly?: number
  readonly most?: number
}

/** Chunks without which there is no picture, and how many bytes of data they have: §11.2. CgBI is Apple's, in apps for iOS. */
const CRITICAL: Readonly<Record<string, Size>> = {
  CgBI: { exactly: 4 },
  IHDR: { exactly: 13 },
  PLTE: { most: 3 * 256 },
  IDAT: {},
  IEND: { exactly: 0 },
}

/** Ancillary chunks that say how the picture looks or moves: §11.3; 'mDCv' and 'cLLi' were the names in drafts. */
const APPEARANCE: Readonly<Record<string, Size>> = {
  tRNS: { most: 256 },
  gAMA: { exactly: 4 },
  cHRM: { exactly: 32 },
  sRGB: { exactly: 1 },
  cICP: { exactly: 4 },
  mDCV: { exactly: 24 },
  mDCv: { exactly: 24 },
  cLLI: { exactly: 8 },
  cLLi: { exactly: 8 },
  sBIT: { most: 4 },
  bKGD: { most: 6 },
  hIST: { most: 2 * 256 },
  pHYs: { exactly: 9 },
  acTL: { exactly: 8 },
  fcTL: { exactly: 26 },
  fdAT: {},
}

const MAY_REPEAT = new Set(['IDAT', 'fcTL', 'fdAT', 'tEXt', 'zTXt', 'iTXt'])

/** They go, but say nothing about a person: offsets, physical scales, hints for Apple's decoder, Android's nine-patches. */
const HARMLESS = new Set([
  'iDOT',
  'oFFs',
  'pCAL',
  'sCAL',
  'sTER',
  'sPLT',
  'gIFg',
  'vpAg',
  'caNv',
  'orNT',
  'npTc',
  'npOl',
  'npLb',
])

/** Whether a picture may be made of it, or look or move by it. */
export function isKnown(type: string): boolean {
  return Object.hasOwn(CRITICAL, type) || Object.hasOwn(APPEARANCE, type)
}

/** Whether a known chunk can have this many bytes of data. */
export function fitsSize(type: string, length: number): boolean {
  const size = CRITICAL[type] ?? APPEARANCE[type]
  return size !== undefined && length === (size.exactly ?? length) && length <= (size.most ?? length)
}

/** Whether no decoder may go on without understanding it: the first letter is a capital, §5.4. */
export function isCritical(type: string): boolean {
  return type.charCodeAt(0) < 0x60
}

/** Whether a file may have several: §5.6. */
export function mayRepeat(type: string): boolean {
  return MAY_REPEAT.has(type)
}

/**
 * Tells whether a chunk of this type (four letters) says nothing about a person, so that nobody has to hear of it
 * when it is removed.
 */
export function isHarmless(type: string): boolean {
  return HARMLESS.has(type)
}
