/** A place a parent added: its host name, and the match pattern for it and everything under it. */
export interface Address {
  readonly host: string
  readonly pattern: string
}

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/
const HOST = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/

/**
 * What a parent typed or pasted, as an address to watch: `forum.example.org`, `https://www.example.org/photos?x=1`.
 * `www.` is left out, so that the bare name is covered too. Null for anything that is not a web address, for whole
 * top-level domains and for numeric IPv6 hosts, which match patterns cannot name in every browser.
 */
export function parseAddress(typed: string): Address | null {
  const text = typed.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const host = url.hostname.replace(/\.$/, '').replace(/^www\.(?=.+\.)/, '')
  if (!HOST.test(host)) return null
  if (IPV4.test(host) || host === 'localhost') return { host, pattern: `*://${host}/*` }
  return host.includes('.') ? { host, pattern: `*://*.${host}/*` } : null
}

/** The address a stored match pattern stands for; null when `parseAddress` would not have made that pattern. */
export function parsePattern(pattern: string): Address | null {
  const host = /^\*:\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(pattern)?.[1]
  const address = host === undefined ? null : parseAddress(host)
  return address?.pattern === pattern ? address : null
}
