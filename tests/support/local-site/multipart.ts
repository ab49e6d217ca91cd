/** One part of a multipart/form-data body, its bytes exactly as they came over the wire. */
export interface Part {
  readonly field: string
  readonly fileName: string | null
  readonly type: string | null
  readonly bytes: Buffer
}

/** Splits a multipart/form-data body (RFC 7578) at its boundary; throws when the body does not follow it. */
export function splitMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw new Error(`no boundary in "${contentType}"`)
  const line = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let start = body.indexOf(line)
  while (start >= 0) {
    const end = body.indexOf(line, start + line.length)
    if (end < 0) break
    parts.push(readPart(body.subarray(start + line.length + 2, end - 2)))
    start = end
  }
  return parts
}

function readPart(part: Buffer): Part {
  const headEnd = part.indexOf('\r\n\r\n')
  if (headEnd < 0) throw new Error('a part without a head')
  const head = part.subarray(0, headEnd).toString('utf8')
  return {
    field: /[; ]name="([^"]*)"/i.exec(head)?.[1] ?? '',
    fileName: /filename="([^"]*)"/i.exec(head)?.[1] ?? null,
    type: /^content-type: *(.+)$/im.exec(head)?.[1]?.trim() ?? null,
    bytes: part.subarray(headEnd + 4),
  }
}
