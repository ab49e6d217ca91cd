/** A word as people write it, with the marks that may stand beside it. */
const WORD = /^["'“„«(¿¡]*\p{L}+(?:['’-]\p{L}+)*["'”“»).,;:!?…]*$/u
const CODE = /[{}<>=\\|_#$^~[\]]|:\/\//

/** Fewer words are names of settings: 'Adobe Standard', 'Auto White Balance'. */
const MIN_WORDS = 4
/** Scripts that write without blanks between words, or whose letters no setting is named in. */
const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]{6}/u

/** Whether a text reads as if somebody had typed a sentence. */
export function isProse(text: string): boolean {
  if (CODE.test(text)) return false
  if (OTHER_SCRIPT.test(text)) return true
  const words = text.trim().split(/\s+/)
  if (words.length < MIN_WORDS) return false
  const natural = words.filter((word) => WORD.test(word)).length
  return natural >= 0.8 * words.length && words.some((word) => /^\p{Ll}{2,}/u.test(word))
}
