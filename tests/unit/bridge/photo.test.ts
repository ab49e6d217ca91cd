import { describe, expect, it } from 'vitest'
import { mayBePhoto } from '../../../src/bridge/photo'

describe('a file is looked at', () => {
  it.each(['image/jpeg', 'image/x-canon-cr2', 'video/mp4', 'application/octet-stream', '', 'application/mp4'])(
    'when its type is “%s”',
    (type) => expect(mayBePhoto(type)).toBe(true),
  )

  it('when its type says nothing to anybody', () => {
    for (const type of ['application/x-trash', 'application/vnd.rn-realmedia', 'chemical/x-pdb', 'text', 'toString'])
      expect(mayBePhoto(type)).toBe(true)
  })

  it.each([
    'text/plain',
    'text/plain;charset=utf-8',
    'audio/mpeg',
    'font/woff2',
    'application/pdf',
    'application/zip',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.ms-excel.sheet.macroenabled.12',
    'application/vnd.apple.pages',
  ])('but not when it is %s', (type) => expect(mayBePhoto(type)).toBe(false))

  it.each(['image/held', 'application/vnd.held.of.many.parts', 'text/held; charset=utf-8', 'held', ''])(
    'without a trace of %j where a page could read it',
    (type) => {
      ' before '.match(/(before)/)
      const traces = () => [RegExp.lastMatch, RegExp.leftContext, RegExp.rightContext, RegExp.$1, RegExp.input]
      mayBePhoto(type)
      expect(traces()).toEqual(['before', ' ', ' ', 'before', ' before '])
    },
  )
})
