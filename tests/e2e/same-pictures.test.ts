import { expect, it } from 'vitest'
import { FORMATS } from '../../src/formats'
import { Malformed } from '../../src/formats/core/malformed'
import { type FormatName, mediaTypeOf } from '../../src/formats/format-facts'
import { BROWSERS } from '../support/browsers'
import { PHOTOS } from '../support/corpus'
import { closeExifTool } from '../support/exiftool'
import { startLocalSite } from '../support/local-site/local-site'
import { cleanedOf } from '../support/taken-apart'

/** So many files of each format must have been shown: there are so many in a lone clone. */
const LEAST: Partial<Record<FormatName, number>> = { jpeg: 10, png: 8, webp: 8, gif: 3, avif: 2, svg: 2 }
/** What takes longer to decode is compared by the laws, with another decoder. */
const MAX_BYTES = 64 * 1024

/** A browser that weighs a gain map may round a sample the other way once it is described in fewer words. */
const MAX_ROUNDING = 1

/** Files of which a browser makes another picture than it should, and what it does. */
const MISREAD: Readonly<Record<string, string>> = {
  'corpus/AOMediaCodec+libavif/tests/data/colors-animated-8bpc-depth-exif-xmp.avif':
    'Firefox takes the depth of an animation for its transparency; the depth goes',
}

/**
 * In the page: the greatest difference between samples of both files, of every frame where the browser hands them out; null where the first is
 * not shown at all, 256 where sizes, times or the number of frames differ.
 */
const COMPARE = `(async (type, before, after) => {
  const still = async (url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    const [width, height] = [image.naturalWidth || 64, image.naturalHeight || 64]
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.drawImage(image, 0, 0, width, height)
    return [width + ' × ' + height, context.getImageData(0, 0, width, height).data]
  }
  const frames = async (url) => {
    if (typeof ImageDecoder !== 'function' || type.includes('svg') || !(await ImageDecoder.isTypeSupported(type))) return []
    const decoder = new ImageDecoder({ type, data: await (await fetch(url)).arrayBuffer() })
    await decoder.tracks.ready
    await decoder.completed
    const shown = []
    const count = Math.min(decoder.tracks.selectedTrack.frameCount, 20)
    for (let frameIndex = 0; count > 1 && frameIndex < count; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex })
      const context = new OffscreenCanvas(image.displayWidth, image.displayHeight).getContext('2d')
      context.drawImage(image, 0, 0)
      shown.push(String(image.duration), context.getImageData(0, 0, image.displayWidth, image.displayHeight).data)
      image.close()
    }
    return shown
  }
  const look = async (url) => [...(await still(url)), ...(await frames(url).catch(() => ['not all frames']))]
  const seen = await look(before).catch(() => null)
  if (!seen) return null
  const again = await look(after).catch(() => [])
  const difference = (a, b) => {
    if (typeof a === 'string' || a.length !== b.length) return a === b ? 0 : 256
    let most = 0
    for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) most = Math.max(most, Math.abs(a[at] - b[at]))
    return most
  }
  return seen.length === again.length ? Math.max(...seen.map((value, at) => difference(value, again[at]))) : 256
})`

it.each(BROWSERS)('$name shows of a cleaned file what it shows of the original', async ({ start }) => {
  const site = await startLocalSite()
  const browser = await start({ extension: false })
  try {
    const tab = await browser.open(site.address('www.example.com', '/input.html'))
    const shown: Partial<Record<FormatName, number>> = {}
    const changed: string[] = []
    for (const [index, photo] of PHOTOS.entries()) {
      const format = FORMATS.find(({ name }) => name === photo.format)
      if (!format || LEAST[photo.format] === undefined) continue
      const bytes = await photo.bytes()
      if (bytes.length > MAX_BYTES) continue
      const cleaned = await cleanedOf(format, bytes).catch((error: unknown) => {
        if (error instanceof Malformed) return null
        throw error
      })
      if (!cleaned) continue
      const type = mediaTypeOf(photo.format)
      site.serve(`/served/before-${index}`, type, Buffer.from(bytes))
      site.serve(`/served/after-${index}`, type, Buffer.from(cleaned.bytes))
      const question = [type, `/served/before-${index}`, `/served/after-${index}`].map((text) => JSON.stringify(text))
      const difference = await tab.evaluate<number | null>(`${COMPARE}(${question.join(', ')})`)
      if (difference === null) continue
      shown[photo.format] = (shown[photo.format] ?? 0) + 1
      const rounding = cleaned.kept.includes('hdr-gain-map') ? MAX_ROUNDING : 0
      if (difference > rounding && !(photo.name in MISREAD)) changed.push(`${photo.name}: ${difference}`)
    }
    console.info(`${browser.name}: ${JSON.stringify(shown)} files compared`)
    expect(changed).toEqual([])
    for (const [format, least] of Object.entries(LEAST))
      expect(shown[format as FormatName] ?? 0, format).toBeGreaterThanOrEqual(least)
  } finally {
    await closeExifTool()
    await browser.close()
    await site.close()
  }
})
