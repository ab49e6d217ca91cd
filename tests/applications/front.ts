import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { forward } from './plain-server'

/** An HTTPS site under a watched name, in front of the plain server that `portOf` names. */
export async function startFront(portOf: () => number): Promise<LocalSite> {
  const site = await startLocalSite()
  site.handle('/', (request, response) => forward(request, response, portOf(), { 'x-forwarded-proto': 'https' }))
  return site
}
