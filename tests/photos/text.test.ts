import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { decodeWithSharp } from '../../scripts/check/decode-with-sharp'
import { hideFound } from '../../scripts/check/hide-found'
import { textIn } from '../../scripts/check/text-in-node'
import { createEngine } from '../../src/review/engine'
import { coveredWords, TEXT_SCENES } from '../support/text-scenes'

/** Nearer and farther letters; the others are in `npm run bench:faces`. */
const SCENES = TEXT_SCENES.filter((_, at) => at === 0 || at === 4)

describe('text in photos', () => {
  test.each(SCENES)('is found: $name', async (scene) => {
    const { width, height, boxes } = await textIn(await scene.jpeg())
    const parts = boxes.map((box) => ({
      x: box.x / width,
      y: box.y / height,
      width: box.width / width,
      height: box.height / height,
    }))
    expect(coveredWords(scene, parts)).toEqual(scene.words)
  })

  test('is not found where there is none', async () => {
    const sky = sharp({ create: { width: 900, height: 600, channels: 3, background: '#7fb2e5' } }).png()
    expect((await textIn(await sky.toBuffer())).boxes).toEqual([])
  })

  test('is not found again once it was hidden on the command line', async () => {
    const [scene] = SCENES
    if (!scene) throw new Error('no scene')
    const file = new File([Uint8Array.from(await scene.jpeg())], 'street.jpg')
    const hidden = await hideFound(file, ['text'], createEngine({ decode: decodeWithSharp }))
    expect(hidden?.counts.text).toBeGreaterThanOrEqual(scene.words.length)
    if (!hidden?.copy) throw new Error('no copy')
    const again = await textIn(new Uint8Array(await hidden.copy.arrayBuffer()))
    const parts = again.boxes.map(({ x, y, width, height }) => ({
      x: x / again.width,
      y: y / again.height,
      width: width / again.width,
      height: height / again.height,
    }))
    expect(coveredWords(scene, parts)).toEqual([])
  })
})
