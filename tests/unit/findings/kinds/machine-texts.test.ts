import { describe, expect, it } from 'vitest'
import { isBoilerplate, programName } from '../../../../src/findings/kinds/boilerplate'
import { MACHINE_TEXT_SOURCES, MACHINE_TEXTS, SIGNATURES } from '../../../../src/findings/kinds/machine-texts'
import { exifOf } from '../../../support/exif-builder'
import { findingsIn, xmp } from '../../../support/findings-in'

describe('what machines write by themselves', () => {
  it('stands in a list, each row with who writes it and a source', () => {
    expect(MACHINE_TEXTS.length).toBeGreaterThanOrEqual(60)
    for (const { pattern, by, source } of [...MACHINE_TEXTS, ...SIGNATURES]) {
      expect(by, String(pattern)).not.toBe('')
      expect(MACHINE_TEXT_SOURCES[source], String(pattern)).toMatch(/\S/)
    }
  })

  it('uses every source', () => {
    const used = new Set([...MACHINE_TEXTS, ...SIGNATURES].map(({ source }) => source))
    expect(Object.keys(MACHINE_TEXT_SOURCES).filter((source) => ![...used].some((name) => name === source))).toEqual([])
  })

  it.each([
    ...['cof', 'mde_soft', 'sdr_HDRB', 'oznorWO', '_cuva', 'oplus_8388608', 'Oplus_0', 'default', 'Scanner', 'hdr'],
    ...[
      'OLYMPUS DIGITAL CAMERA         ',
      'SONY DSC',
      'SAMSUNG CAMERA PICTURES',
      '<KENOX S1050  / Samsung S1050>',
      'HELLOMOTO',
    ],
    ...[
      'DCIM\\100GOPRO\\GOPR0041.JPG',
      'DCIM/100MEDIA/DJI_0001.JPG',
      'IMG_1234.JPG',
      'My beautiful picture',
      'binary comment',
    ],
    'filter: 0; fileterIntensity: 0.0; filterMask: 0; algolist: 0;\nmulti-frame: 1;',
    'CameraID=52.FrameCount=30.lutFilename=.configID=.Version=AGC9.2 V6.0',
    'Copyright,Spreadtrum,2011',
    'Exif_JPEG_420',
    ...['Minolta DSC', 'PADBYTES', 'KODAK Action Cam', 'M2E1L0-0R336B386', '000015'],
    ...['(C) by Caplio RR1 User', '(C) by RDC-5300 User', 'EPSON DSC picture', 'Exif JPEG', '735 nm'],
    ...['DN0PUnknown serial  1179132224         811000.----!--', 'Page 1', 'Xerox Printer'],
    ...['IMG_160106_101106_0000_REG.TIF', '<picasastamp/>', 'GPEncoder'],
    '{\n AEAverage = 195;\n AELimitsReached = 0;\n}',
    'TM&Copyright (C) 2010 Sony Computer Entertainment Inc.',
    '\0\0\0\0',
    '   ',
  ])('%j is no caption', async (text) => {
    expect(await findingsIn([{ type: 'exif', bytes: exifOf({ ifd0: [[0x010e, 'ascii', `${text}\0`]] }) }])).toEqual([])
  })

  it('is no owner and no author', async () => {
    const attributes = 'xmlns:OpCamera="http://ns.oplus.com/photos/1.0/camera/" OpCamera:MotionPhotoOwner="oplus"'
    expect(await findingsIn([{ type: 'xmp', bytes: xmp('', attributes) }])).toEqual([])
    const artists = ['Picasa', 'Meitu', 'unknown', '    ', 'Artist', 'FLIR One', 'IRIS 2001          ', 'ULead System']
    for (const artist of artists)
      expect(await findingsIn([{ type: 'exif', bytes: exifOf({ ifd0: [[0x013b, 'ascii', `${artist}\0`]] }) }])).toEqual(
        [],
      )
  })

  it.each([
    'Hdr party',
    'Smart kids',
    'Zoe',
    'Zoe: cake; Lina: candles',
    'My beautiful daughter',
    'Moni',
    'DCIM is where we met',
    'Page 1 of our holidays',
    'IMG_1234_Zoe.JPG',
  ])('%s is a caption all the same', (text) => {
    expect(isBoilerplate(text, 'words')).toBe(false)
  })

  it.each(['Olympe', 'Mon', 'Nor', 'Dav', 'Smart', 'Camille'])('%s may be somebody’s name', (name) => {
    expect(isBoilerplate(name, 'person')).toBe(false)
  })

  it.each([
    ['Edited with Facetune', 'Facetune'],
    ['Created by Imlib', 'Imlib'],
    ['Processed with VSCO with a6 preset', 'VSCO with a6 preset'],
    ['Made in Canva', 'Canva'],
    ['This GIF animation was constructed and optimized using Ulead WebRazor', 'Ulead WebRazor'],
    ['Animation PhotoFiltre Studio', 'PhotoFiltre Studio'],
    ['Adobe Photoshop 25.0', 'Adobe Photoshop 25.0'],
    ['Snapseed', 'Snapseed'],
  ])('%s is called %s', (text, name) => {
    expect(programName(text)).toBe(name)
  })
})
