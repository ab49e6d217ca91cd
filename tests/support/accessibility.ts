import axe from 'axe-core'
import type { Frame } from './browsers'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe-core finds wrong in a document, one line each: 'color-contrast: <p>…'. It runs in the document's own world. */
export async function accessibilityFaults(frame: Frame): Promise<string[]> {
  await frame.evaluate(`${axe.source}; null`)
  const violations = await frame.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}
