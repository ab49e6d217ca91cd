import { request as ask } from 'node:http'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'

/** An HTTPS site under a watched name, in front of the plain server that `portOf` names. */
export async function startFront(portOf: () => number): Promise<LocalSite> {
  const site = await startLocalSite()
  site.handle('/', (request, response) => {
    const headers = { ...request.headers, 'x-forwarded-proto': 'https' }
    const { method, url: path } = request
    return new Promise((resolve) => {
      const onward = ask({ host: '127.0.0.1', port: portOf(), method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response).on('close', resolve)
      })
      onward.on('error', (problem) => {
        response.writeHead(502).end(String(problem))
        resolve()
      })
      request.pipe(onward)
    })
  })
  return site
}
