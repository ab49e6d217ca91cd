import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPool } from '../../../../scripts/check/pool'

let folder: string
let script: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pausephoto-pool-'))
  script = join(folder, 'child.mjs')
  writeFileSync(
    script,
    `process.on('message', ({ does, n }) => {
       if (does === 'hang') for (;;);
       if (does === 'crash') process.abort()
       process.send({ twice: n * 2 })
     })
     process.on('disconnect', () => process.exit())`,
  )
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('createPool', () => {
  test('answers every order although some processes hang and some crash', async () => {
    const pool = createPool<{ does: string; n: number }, { twice: number }>({
      script,
      args: [],
      processes: 2,
    })
    const does = ['double', 'hang', 'crash', 'double', 'double', 'double']
    const answers = await Promise.all(does.map((task, n) => pool.run({ does: task, n }, 3000)))
    pool.close()
    expect(answers).toEqual([{ twice: 0 }, 'too-slow', 'failed', { twice: 6 }, { twice: 8 }, { twice: 10 }])
  })
})
