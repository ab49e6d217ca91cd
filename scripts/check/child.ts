/** One of the processes that check files, so that a file that hangs or crashes a decoder takes nothing else with it. */
import { rmSync } from 'node:fs'
import { createEngine } from '../../src/review/engine'
import { wordsFromDisk } from '../words-from-disk'
import { type CheckOrder, checkFile } from './check-file'
import { decodeWithSharp } from './decode-with-sharp'

const words = wordsFromDisk(process.argv[2])
const engine = createEngine({ decode: decodeWithSharp })

let current: CheckOrder | null = null

process.on('message', async (order: CheckOrder) => {
  current = order
  process.send?.(await checkFile(order, engine, words))
})
process.on('disconnect', () => {
  if (current?.copy) rmSync(current.copy.unfinished, { force: true })
  process.exit()
})
// An interruption at the keyboard reaches the whole group; the parent decides what it means.
process.on('SIGINT', () => undefined)
