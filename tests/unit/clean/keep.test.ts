import { describe, expect, it } from 'vitest'
import { keepRow } from '../../../src/clean/keep'

describe('the keep-table', () => {
  it('allows what it names and nothing else', () => {
    expect(keepRow('jpeg', 'DQT')?.why).toBe('quantization tables')
    expect(keepRow('jpeg', 'APP1 Exif')).toBeNull()
    expect(keepRow('jpeg', 'dqt')).toBeNull()
    expect(keepRow('jpeg', 'toString')).toBeNull()
    expect(keepRow('jpeg', '__proto__')).toBeNull()
  })

  it('lets * stand for anything but the step into another level', () => {
    expect(keepRow('jpeg', 'SOF2')).not.toBeNull()
    expect(keepRow('jpeg', 'SOF2/x')).toBeNull()
    expect(keepRow('jpeg', 'xSOF2')).toBeNull()
    expect(keepRow('jpeg', 'gain map/SOF0')).not.toBeNull()
    expect(keepRow('jpeg', 'second image/SOF0')).toBeNull()
    expect(keepRow('jpeg', 'preview/DQT')).toBeNull()
  })

  it('tells about what is not the picture itself', () => {
    expect(keepRow('jpeg', 'APP2 ICC_PROFILE')?.feature).toBe('colour-profile')
    expect(keepRow('jpeg', 'gain map/DQT')?.feature).toBe('hdr-gain-map')
    expect(keepRow('jpeg', 'DQT')?.feature).toBeUndefined()
  })
})
