import type { Plugin } from 'vite'

/** Ours in the page's own world, where pages see the script's address in the stack of every error that passes through it. */
const SEEN_BY_PAGES = 'page-world.js'

/**
 * Vite plugin: scripts that run in other people's pages come without the crash report that WXT wraps around an unlisted
 * script. It would be a fifth of their size, and speak in the page's console. What pages see of them does not tell them
 * the extension's id.
 */
export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    enforce: 'post',
    transform(code, id) {
      if (/^[^:]*\/entrypoints\/[^/]+\.ts$/.test(id)) return { code: unwrapped(code), map: null }
      if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null
      const entrypoint = /import definition from ["']([^"']+)["']/.exec(code)?.[1]
      if (!entrypoint) throw new Error('WXT wraps unlisted scripts in a way that bareScripts does not know')
      // WXT names the result where a script asks for a global name, so it has to be there.
      return {
        code: `import definition from ${JSON.stringify(entrypoint)}\nexport default definition()\n`,
        map: null,
      }
    },
    generateBundle(_, bundle) {
      const script = bundle[SEEN_BY_PAGES]
      if (script?.type === 'chunk') script.code = `${script.code.trim()}\n//# sourceURL=page\n`
    },
  }
}

/**
 * Only WXT needs `defineUnlistedScript`, to find an entry by it, and its option. What it first asks of an entry, to learn that
 * option, has no `main` any more.
 */
function unwrapped(code: string): string {
  const bare = code
    .replace(/defineUnlistedScript\(\{\s*(?:globalName: false,\s*)?main: (.*?),?\s*\}\)/s, (_, main: string) => main)
    .replace(/defineUnlistedScript\((\{ globalName: false \}|\{\s*\})\)/, '($1)')
  if (bare.includes('defineUnlistedScript(')) throw new Error('an unlisted script is written as an object with main')
  return bare
}
