import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame } from './browsers'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core has to complain of in a document, each with the elements: `[]` when there is nothing. */
export async function violationsIn(frame: Frame): Promise<string[]> {
  // Half a megabyte, once a document.
  if (!(await frame.evaluate<boolean>('!!globalThis.axe'))) await frame.evaluate(`${AXE}; undefined`)
  // axe-core would wait ten seconds for a video that is not loaded; ours never start by themselves.
  return frame.evaluate<
    string[]
  >(`axe.run(document, { resultTypes: ['violations'], preload: { assets: ['cssom'] } }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) => html + ' ' + any.map(({ message }) => message).join('; ')).join(' | ')))`)
}
