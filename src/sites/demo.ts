import { type Site, sourced } from './site'

/**
 * Our own small photo-sharing site, for trying the extension out. Only a build with `--mode demo` watches it:
 * browsers resolve every name under `localhost` to the machine itself.
 */
export const demo = {
  id: 'demo',
  name: 'Photos (demo)',
  kind: 'social',
  matches: ['http://photos.localhost/*'],
  audience: sourced('everyone', 'PausePhoto’s own demo site', null),
  privacyPage: sourced(null, 'PausePhoto’s own demo site', null),
  steps: ['site.demo.step1'],
  copies: sourced('kept', 'PausePhoto’s own demo site', null),
} as const satisfies Site
