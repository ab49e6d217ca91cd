/** JSON embedded in a page, or undefined when the text is none. */
export function parseEmbedded(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** The value at a path of names in parsed JSON, or undefined. */
export function valueAt(value: unknown, ...names: string[]): unknown {
  let at = value
  for (const name of names) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return at
}

/** Every array in parsed JSON whose first element is this name, at any depth. */
export function tuplesNamed(name: string, value: unknown): unknown[][] {
  const found: unknown[][] = []
  const open: unknown[] = [value]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null) continue
    if (Array.isArray(at) && at[0] === name) found.push(at)
    open.push(...Object.values(at).filter((inner) => inner !== undefined))
  }
  return found
}
