import { Malformed } from '../core/malformed'
import type { Block, BlockType } from '../core/part'
import { latin1 } from '../core/reader'

/** Bytes of a textual chunk in which keyword, language and translated keyword must end; PNG allows keywords of 79 bytes. */
export const TEXT_HEAD = 4096

/** ImageMagick's and ExifTool's names for blocks in hexadecimal text; 'APP1' holds Exif or XMP behind the signature of either. */
const RAW_PROFILES: Readonly<Record<string, BlockType>> = {
  exif: 'exif',
  APP1: 'exif',
  xmp: 'xmp',
  iptc: 'photoshop',
  '8bim': 'photoshop',
}

/**
 * What a tEXt, zTXt or iTXt chunk holds: PNG 3rd edition §11.3.3.
 * @param head the first bytes of its data, as many as there are up to {@link TEXT_HEAD}.
 */
export function textBlock(type: 'tEXt' | 'zTXt' | 'iTXt', head: Uint8Array, start: number, end: number): Block {
  try {
    return readText(type, head, start, end)
  } catch (error) {
    if (error instanceof Malformed) return { type: 'unknown', label: type, start, end }
    throw error
  }
}

function readText(type: 'tEXt' | 'zTXt' | 'iTXt', head: Uint8Array, start: number, end: number): Block {
  const keyword = upToNul(head, 0)
  const label = latin1(keyword.bytes)
  if (type === 'tEXt') return blockOf(label, { encoding: 'latin1', start: start + keyword.next, end })
  if (type === 'zTXt') {
    return blockOf(label, { encoding: 'latin1', packing: 'deflate', start: start + keyword.next + 1, end })
  }
  const isCompressed = head[keyword.next] === 1
  const language = upToNul(head, keyword.next + 2)
  const translated = upToNul(head, language.next)
  const packing = isCompressed ? { packing: 'deflate' as const } : {}
  return blockOf(label, { encoding: 'utf-8', ...packing, start: start + translated.next, end })
}

function blockOf(label: string, text: Omit<Block, 'type' | 'label'>): Block {
  if (text.start > text.end) throw new Malformed('the text chunk ends in its head')
  const { start, end } = text
  const packing = text.packing && { packing: text.packing }
  if (label === 'XML:com.adobe.xmp') return { type: 'xmp', label, ...packing, start, end }
  const profile = /^Raw profile type (\w+)/.exec(label)?.[1]
  if (profile === undefined) return { type: 'text', label, ...text }
  const raw = packing ? 'raw-profile-deflate' : 'raw-profile'
  return { type: RAW_PROFILES[profile] ?? 'unknown', label, packing: raw, start, end }
}

function upToNul(head: Uint8Array, from: number): { bytes: Uint8Array; next: number } {
  const nul = head.indexOf(0, from)
  if (nul < 0) throw new Malformed('no NUL behind a keyword')
  return { bytes: head.subarray(from, nul), next: nul + 1 }
}
