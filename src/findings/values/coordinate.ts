/** A hemisphere beside a number, in front of it or behind it, as a letter or as a word. */
const HEMISPHERE = /(?<![A-Za-z])([NSEW])(?:orth|outh|ast|est)?(?![A-Za-z])/i

/** A decimal comma: three digits or more behind it, or nothing but that one number and no hemisphere. */
const DECIMAL_COMMA = /(\d),(?=\d{3,}(?![\d.,])|\d+\s*$)/g

/**
 * Reads one coordinate in whatever spelling: decimal degrees with a point or a comma, degrees with minutes and seconds, rational
 * numbers as Exif has them ('45/1 45/1 5055/100'), the hemisphere in front or behind, a sign, or XMP's '45,45.84N' (XMP part 2 §3.2.1).
 * @returns WGS 84 degrees, south and west negative; undefined where the text has no number or one without a value (0/0).
 */
export function degreesOf(text: string, hemisphere?: string): number | undefined {
  const side = HEMISPHERE.exec(text)?.[1] ?? HEMISPHERE.exec(hemisphere ?? '')?.[1]
  const plain = isDecimalComma(text, side) ? text.replace(DECIMAL_COMMA, '$1.') : text
  const [whole, minutes = 0, seconds = 0] = numbersIn(plain)
  if (whole === undefined || !Number.isFinite(whole)) return undefined
  const isNegative = /^[^\d]*-/.test(plain) || (side !== undefined && /[SW]/i.test(side))
  const sum = Math.abs(whole) + finite(minutes) / 60 + finite(seconds) / 3600
  return isNegative ? -sum : sum
}

/** '48,51N' is degrees and minutes; '48,8566' and '45,7' without a hemisphere are decimal. */
function isDecimalComma(text: string, side: string | undefined): boolean {
  const commas = text.match(/,/g)?.length ?? 0
  if (commas !== 1 || /[./]/.test(text)) return false
  return /,\d{3,}/.test(text) || (side === undefined && /^[^,]*\d,\d+\D*$/.test(text))
}

function numbersIn(text: string): number[] {
  return Array.from(
    text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?(?:\s*\/\s*(\d+(?:\.\d+)?))?/gi),
    ([, above = '', power = '0', below]) =>
      (Number(above) * 10 ** Number(power)) / (below === undefined ? 1 : Number(below)),
  )
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0)
