/** The last label of a mail address is no ending of a file: 'icon@2x.png' is none. */
const MAIL_ADDRESS =
  /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.)+(?!(?:png|jpe?g|heic|heif|gif|webp|svg|mp4|mov|psd|tiff?|js|css|xml|json)\b)\p{L}{2,24}/u

/** International with '+' or '00', or in groups behind a zero, as people write numbers in their own country. */
const TELEPHONE = [
  /(?:^|tel[.:]?\s*|[^\w.+-])(?:\+|00)[1-9]\d{0,2}(?:[ .\-/]?\(?\d{1,4}\)?){2,6}(?![\w.:])/i,
  /^\s*\(?0\d{1,4}\)?(?:[ .\-/]\d{2,4}){2,5}\s*$/,
]
/** Nine, because a date has eight. */
const [MIN_TELEPHONE_DIGITS, MAX_TELEPHONE_DIGITS] = [9, 15]
const DECIMAL = /^\+?\d+\.\d+$/

/** Returns the mail address or the telephone number in a text; undefined where there is none. */
export function contactIn(text: string): string | undefined {
  const mail = text.includes('@') ? MAIL_ADDRESS.exec(text)?.[0] : undefined
  if (mail !== undefined) return mail
  if (!/[+0]/.test(text)) return undefined
  for (const pattern of TELEPHONE) {
    const number = pattern
      .exec(text)?.[0]
      .replace(/^[^+\d(]+/, '')
      .trim()
    const digits = number?.replace(/\D/g, '').length ?? 0
    if (number && !DECIMAL.test(number) && digits >= MIN_TELEPHONE_DIGITS && digits <= MAX_TELEPHONE_DIGITS)
      return number
  }
  return undefined
}
