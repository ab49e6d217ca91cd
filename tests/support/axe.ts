import axe, { type AxeResults } from 'axe-core'
import type { Frame } from './browsers'

/** What axe-core objects to in this document, as 'rule: element' lines; empty when nothing. */
export async function axeViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(`${axe.source}; undefined`)
  const { violations } = await frame.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })) }))`,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
