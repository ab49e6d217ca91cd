import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface PlainServer {
  readonly port: number
  stop(): Promise<void>
}

/** A server of our own on 127.0.0.1, without TLS; what its handler throws is answered with 500. */
export async function startPlainServer(
  handler: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>,
): Promise<PlainServer> {
  const server = createServer((request, response) => {
    handler(request, response, new URL(request.url ?? '/', 'http://local')).catch((problem: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(problem))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  return {
    port: bound.port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Has another server of this machine answer; it sees the request's headers, with `headers` in place of those of their names. */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { method, url: path } = request
  return new Promise((resolve) => {
    const onward = ask(
      { host: '127.0.0.1', port, method, path, headers: { ...request.headers, ...headers } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response).on('close', resolve)
      },
    )
    onward.on('error', (problem) => {
      if (!response.headersSent) response.writeHead(502)
      response.end(String(problem))
      resolve()
    })
    // A browser that gives an upload up gives it up here too.
    response.on('close', () => {
      if (!response.writableEnded) onward.destroy()
    })
    request.pipe(onward)
  })
}
