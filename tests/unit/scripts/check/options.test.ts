import { describe, expect, test } from 'vitest'
import { parseOptions } from '../../../../scripts/check/options'

describe('parseOptions', () => {
  test('takes paths and options in any order', () => {
    expect(parseOptions(['a.jpg', '--json', '--clean', 'out', '--force', 'b'])).toEqual({
      is: 'options',
      options: { json: true, clean: 'out', hide: [], force: true, paths: ['a.jpg', 'b'] },
    })
  })

  test('takes what follows -- as paths', () => {
    expect(parseOptions(['--', '--json'])).toMatchObject({ options: { json: false, paths: ['--json'] } })
  })

  test.each([
    [],
    ['--json'],
    ['--quick', 'a.jpg'],
    ['-x', 'a.jpg'],
    ['a.jpg', '--clean'],
    ['a.jpg', '--clean='],
    ['a.jpg', '--force'],
    ['--json=yes', 'a.jpg'],
    [''],
  ])('refuses %j %j %j', (...args) => {
    expect(parseOptions(args.filter((arg) => arg !== undefined))).toMatchObject({ is: 'wrong' })
  })
})
