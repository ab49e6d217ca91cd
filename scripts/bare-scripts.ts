import type { Plugin } from 'vite'

/**
 * Vite plugin: scripts that run in other people's pages come without the crash report that WXT wraps around an unlisted
 * script. It would be a fifth of their size, and speak in the page's console.
 */
export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null
      const entrypoint = /import definition from ["']([^"']+)["']/.exec(code)?.[1]
      if (!entrypoint) throw new Error('WXT wraps unlisted scripts in a way that bareScripts does not know')
      // WXT names the result where a script asks for a global name, so it has to be there.
      return {
        code: `import definition from ${JSON.stringify(entrypoint)}\nexport default definition.main()\n`,
        map: null,
      }
    },
  }
}
