import type { ChromiumTab } from './browsers/chromium'

interface Node {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value?: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
  readonly childIds?: readonly string[]
}

/** Roles that a screen reader does not announce, only what is in them. */
const SILENT = new Set(['generic', 'none', 'RootWebArea', 'InlineTextBox', 'LabelText', 'ListMarker', 'LineBreak'])
/** Roles whose name is all that is read of them; what is in them is not read again. */
const BY_NAME = new Set(['heading', 'button', 'link', 'checkbox', 'radio', 'switch', 'image', 'option', 'progressbar'])
/** States that are read, where they are set. */
const STATES = ['checked', 'expanded', 'pressed', 'disabled', 'level', 'modal', 'live', 'busy']

/** Returns what a screen reader says of a page from top to bottom, one line an element: its role, its name, its states. */
export async function readAloud(tab: ChromiumTab): Promise<string[]> {
  const session = await tab.page.context().newCDPSession(tab.page)
  await session.send('Accessibility.enable')
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly Node[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const root = nodes[0]
  return root ? linesOf(root, byId, 0) : []
}

function linesOf(node: Node, byId: ReadonlyMap<string, Node>, depth: number): string[] {
  const role = node.role?.value ?? 'none'
  const name = (node.name?.value ?? '').replace(/\s+/g, ' ').trim()
  const silent = node.ignored || SILENT.has(role)
  const own =
    silent || (role === 'StaticText' && name === '') ? [] : [`${'  '.repeat(depth)}${spoken(node, role, name)}`]
  // The browser's own buttons, which come and go as the film loads.
  if (role === 'Video') return [`${'  '.repeat(depth)}video`]
  if (!silent && (role === 'StaticText' || BY_NAME.has(role))) return own
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  return [...own, ...children.flatMap((child) => linesOf(child, byId, silent ? depth : depth + 1))]
}

function spoken({ properties = [] }: Node, role: string, name: string): string {
  if (role === 'StaticText') return name
  const states = STATES.flatMap((state) => {
    const value = properties.find((property) => property.name === state)?.value.value
    return value === undefined || value === false || value === 'false' || value === 'off' ? [] : [`${state}=${value}`]
  })
  return [`${role}:`, name, ...(states.length > 0 ? [`(${states.join(', ')})`] : [])].filter(Boolean).join(' ')
}
