import { type Site, sourced } from './site'

/** Every instance is a place of its own, with its own accounts and its own answer to who sees them. */
export function mastodonAt<Host extends string>(host: Host) {
  return {
    id: `mastodon-${host}`,
    name: `Mastodon (${host})`,
    kind: 'social',
    matches: [`https://${host}/*`],
    audience: sourced('everyone', 'Mastodon’s own code', null),
    privacyPage: sourced(`https://${host}/settings/privacy`, 'Mastodon’s own code', null),
    steps: ['steps.per-post', 'steps.open-page', 'steps.look-who'],
    copies: sourced('stripped', 'Administrators and a tester, in the list of Mastodon’s issues', '2023-06-04'),
  } as const satisfies Site
}

/** Well-known instances; a parent can add any other. */
export const MASTODON = [
  mastodonAt('mastodon.social'),
  mastodonAt('mastodon.online'),
  mastodonAt('mstdn.social'),
  mastodonAt('mas.to'),
  mastodonAt('framapiaf.org'),
  mastodonAt('mamot.fr'),
  mastodonAt('piaille.fr'),
] as const
