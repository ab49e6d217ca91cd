/**
 * The language that a person set for this machine, as POSIX says it: LC_ALL over LC_MESSAGES over LANG ('fr_BE.UTF-8').
 * @returns one of the known languages, BCP 47; 'en' when none fits.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>, known: readonly string[]): string {
  const wish = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').replace(/[.@].*/, '').replace('_', '-')
  return known.find((name) => name === wish) ?? known.find((name) => name === wish.replace(/-.*/, '')) ?? 'en'
}
