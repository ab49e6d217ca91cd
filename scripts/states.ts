/** Opens every state of every page, with made-up files and without an extension: `npm run states`. Ends with Ctrl+C. */
import { join } from 'node:path'
import { createServer, type Plugin } from 'vite'
import { compileWords } from './compile-words'
import { ROOT } from './run'

const server = await createServer({
  configFile: false,
  root: join(ROOT, 'tests/states'),
  base: '/states/',
  publicDir: join(ROOT, 'public'),
  logLevel: 'warn',
  plugins: [compileWords(), icons()],
  server: { host: '127.0.0.1', fs: { allow: [ROOT] } },
})
await server.listen()
const [address = ''] = server.resolvedUrls?.local ?? []
console.log(`Choose a state at ${address}list.html (Ctrl+C ends it)`)

/** Serves the pages' icons where the extension has them, at the root. */
function icons(): Plugin {
  return {
    name: 'icons',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/icons/')) request.url = `/states${request.url}`
        next()
      })
    },
  }
}
