import type { Block } from '../core/part'
import { latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { type Element, elementAt } from './ebml'
import { ID } from './elements'

/** More values than anybody writes into tags, and levels of them. */
const MAX_TOLD = 4096
const MAX_DEPTH = 16

/** Masters that are looked into for what they tell; all of it goes in any case. */
const MASTERS: ReadonlySet<number> = new Set([
  ...[ID.tags, ID.tag, ID.simpleTag, ID.attachments, ID.attachment, ID.chapters],
  // EditionEntry, ChapterAtom, ChapterDisplay: RFC 9559 §5.1.7.
  ...[0x45b9, 0xb6, 0x80],
])

/**
 * Returns what an element tells that goes with all that is in it, as blocks in file order: the values of tags under their names, the titles of
 * chapters, attached files with their names. Empty where it is not made of elements as it should be.
 */
export async function toldBy(source: Source, element: Element): Promise<Block[]> {
  const blocks: Block[] = []
  await look(source, element, blocks, 0)
  return blocks
}

async function look(source: Source, { body, end }: Element, blocks: Block[], depth: number): Promise<void> {
  let [name, type] = ['', '']
  for (let at = body; at < end && blocks.length < MAX_TOLD; ) {
    const element = await elementAt(source, at, end)
    at = element.end
    if (MASTERS.has(element.id) && depth < MAX_DEPTH) await look(source, element, blocks, depth + 1)
    else if (element.id === ID.tagName) name = await textOf(source, element)
    else if (element.id === ID.attachmentType) type = await textOf(source, element)
    else blocks.push(...blockOf(element, name, type))
  }
}

const MAX_NAME_BYTES = 256

async function textOf(source: Source, { body, end }: Element): Promise<string> {
  return latin1(await source.read(body, Math.min(end, body + MAX_NAME_BYTES)))
}

/** What muxers reckon about a track: "Statistics Tags", and its duration. */
const STATISTICS = /^(?:DURATION|BPS|NUMBER_OF_(?:FRAMES|BYTES)|_STATISTICS_.*|SOURCE_ID)(?:-\w+)?$/

function blockOf({ id, body: start, end }: Element, name: string, type: string): Block[] {
  if (end === start) return []
  const range = { start, end }
  const text = (label: string): Block[] => [{ type: 'text', label, encoding: 'utf-8', ...range }]
  if (id === ID.tagText) return STATISTICS.test(name) ? [] : text(name)
  if (id === ID.chapterText) return text('chapters')
  if (id === ID.attachmentName || id === ID.attachmentDescription) return text('attachment')
  if (id === ID.tagBinary) return [{ type: 'unknown', label: name || 'tag', ...range }]
  if (id !== ID.attachmentData) return []
  return [
    type.startsWith('image/')
      ? { type: 'picture', label: 'preview', ...range }
      : { type: 'unknown', label: 'attachment', ...range },
  ]
}
