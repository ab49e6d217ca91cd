/** What the photos of one maker's phones hold in fields in which a person could have written. */
export interface PhoneTexts {
  readonly make: string
  readonly models: readonly string[]
  /** What stands in Software, and in CreatorTool of XMP. */
  readonly software: readonly string[]
  /** ImageDescription. */
  readonly descriptions: readonly string[]
  /** UserComment. */
  readonly comments: readonly string[]
  /** Further text fields of Exif that these phones fill in by themselves. */
  readonly more?: readonly (readonly [tag: number, text: string])[]
  /** Properties of XMP that they write. */
  readonly xmp?: string
}

const [ARTIST, HOST_COMPUTER, COPYRIGHT] = [0x013b, 0x013c, 0x8298]

/**
 * What ExifTool reads in 161 photos of phones, drones and action cameras of public collections (metadata-extractor-images, photoprism,
 * exif-samples, immich's test assets, exiv2, nom-exif, TwelveMonkeys), without what people or other programs had added; with further models that
 * exist, and codes of the cameras' modes from the lists that `src/findings/kinds/machine-texts.ts` names.
 */
export const PHONE_TEXTS: readonly PhoneTexts[] = [
  {
    make: 'Apple',
    models: [
      ...['iPhone 4', 'iPhone 5s', 'iPhone 6 Plus', 'iPhone SE', 'iPhone 7', 'iPhone 8', 'iPhone X', 'iPhone XR'],
      ...['iPhone 11 Pro Max', 'iPhone 12 Pro', 'iPhone 13 mini', 'iPhone 15 Pro', 'iPhone 17 Pro', 'iPad mini'],
      'Apple Vision Pro',
    ],
    software: ['4.1', '8.3', '9.3.5', '11.2.1', '12.1.2', '14.4.2', '17.1', '18.7.1', 'SpatialCapture'],
    descriptions: ['', 'Screenshot'],
    comments: [
      '',
      'Screenshot',
      '{\n    AEAverage = 195;\n    AELimitsReached = 0;\n    AEStable = 1;\n    AFStable = 1;\n}',
    ],
    more: [[HOST_COMPUTER, 'iPhone 13 mini']],
  },
  {
    make: 'samsung',
    models: [
      ...['SM-G900F', 'SM-G930F', 'SM-G975F', 'SM-S906U', 'SM-J327T1', 'GT-I9505', 'SC-02C', 'Galaxy S24 FE'],
      ...['Galaxy S24 Ultra', 'Galaxy S25 Ultra'],
    ],
    software: ['G900FXXS1CQD1', 'G975FXXU7CTF1', 'S906USQS3DWKA', 'J327T1UVS4ASH2', 'I9505XXUGNG8', 'S938BXXS3AYDA'],
    descriptions: ['', 'SAMSUNG            '],
    comments: ['', '\n', 'User comments', '\\N\x08\x01'],
  },
  {
    make: 'HUAWEI',
    models: ['ELE-L29', 'CTR-AL00', 'EML-L29', 'Pura 70 Pro+', 'C8817E'],
    software: ['ELE-L29 10.1.0.150(C431E22R2P5)', 'ELE-L29 10.0.0.195(C431E22R2P5)'],
    descriptions: ['', 'cof', 'sdr_HDRB', 'hdr', '_cuva', 'smart', 'bsh', 'mde', 'oznorWO'],
    comments: ['', '\0\0\0\0'],
    more: [[0x010d, '']],
  },
  {
    make: 'HONOR',
    models: ['RKY-LX2'],
    software: [''],
    descriptions: ['', 'fbt', 'dav', 'nor'],
    comments: [''],
  },
  {
    make: 'Google',
    models: ['Pixel', 'Pixel 2', 'Pixel 4a', 'Pixel 6 Pro', 'Pixel 8 Pro', 'Pixel 9 Pro', 'Pixel 10'],
    software: ['HDR+ 1.0.199571065z', 'HDR+ 1.0.570503588zd', 'HDR+ 1.0.734407124zd', 'Android 15'],
    descriptions: [''],
    comments: [''],
  },
  {
    make: 'Xiaomi',
    models: ['Mi A1', 'Mi MIX 2', 'M2012K11AG', 'M2102J20SG', 'Redmi Note 12', 'MI3'],
    software: ['tissot-user 9 PKQ1.180917.001 V10.0.8.0.PDHMIXM release-keys', 'MediaTek Camera Application'],
    descriptions: ['', '   '],
    comments: [
      '',
      'filter: 0; fileterIntensity: 0.0; filterMask: 0; algolist: 0;\nmulti-frame: 1;\nbrp_mask:0;\nbrp_del_th',
    ],
    more: [
      [ARTIST, ''],
      [COPYRIGHT, ''],
    ],
  },
  {
    make: 'vivo',
    models: ['vivo X90 Pro+'],
    software: [''],
    descriptions: [''],
    comments: [
      'filter: 0; fileterIntensity: 0.0; filterMask: 0; captureOrientation: 0; \nalgolist: 0; \nmulti-frame: 1; \nmodule: photo;hw-remosaic: false;touch: (-1.0, -1.0);sceneMode: 8388608;cct_value: 0;AI_Scene: (-1, -1);aec_lux: 0.0;',
    ],
  },
  ...[
    { make: 'OPPO', models: ['R7plusf', 'CPH2207', 'PHZ110'] },
    { make: 'OnePlus', models: ['ONEPLUS A3003', 'GM1917', 'CPH2581'] },
    { make: 'realme', models: ['realme GT 7 Pro', 'RMX3301'] },
  ].map(
    (phones): PhoneTexts => ({
      ...phones,
      software: ['OnePlus3-user 6.0.1 MMB29M 26 dev-keys', 'MediaTek Camera Application'],
      descriptions: [''],
      comments: ['oplus_0', 'oplus_32', 'oplus_34', 'oplus_8388608', 'oplus_10485792'],
      xmp: 'xmlns:OpCamera="http://ns.oplus.com/photos/1.0/camera/" OpCamera:MotionPhotoOwner="oplus" OpCamera:OLivePhotoVersion="2"',
    }),
  ),
  {
    make: 'Sony',
    models: ['E5823', 'D6503', 'XQ-BE62', 'XQ-DQ72'],
    software: ['32.1.A.1.185_0_f500', '17.1.A.2.55_9_f300'],
    descriptions: ['', '                               '],
    comments: [''],
  },
  {
    make: 'Sony Ericsson',
    models: ['U10i', 'C905c'],
    software: ['R1CA008     prg1223-3004_GENERIC_RA d:179.1 f:53 h:50', 'R1BA042     prg1205-9079_GENERIC_SI 00.00'],
    descriptions: [''],
    comments: [''],
  },
  {
    make: 'motorola',
    models: ['XT1068', 'XT1575', 'moto g(9) plus', 'motorola edge 50'],
    software: ['clark_retus-user 5.1.1 LPH23.116-18 18 release-keys', 'HDR+ 1.0.244457938zry'],
    descriptions: ['', 'HELLOMOTO'],
    comments: [''],
  },
  {
    make: 'HMD Global',
    models: ['Nokia X71', 'Nokia 8.3 5G'],
    software: ['00WW_3_380_SP02', 'HDR+ 1.0.244457938zry'],
    descriptions: [''],
    comments: [''],
  },
  {
    make: 'Nokia',
    models: ['Lumia 820', 'Nokia Lumia 800', '3110c'],
    software: ['Windows Phone', 'V 05.50'],
    descriptions: [''],
    comments: [''],
  },
  {
    make: 'HTC',
    models: ['HTC One_M8', 'HTC Desire', 'HTC_TyTN_II'],
    software: ['5_04_29195_00', ''],
    descriptions: [''],
    comments: ['', '\0\0\0'],
  },
  {
    make: 'BlackBerry',
    models: ['BlackBerry Z10'],
    software: ['BlackBerry 10.1.0.4633'],
    descriptions: [''],
    comments: [''],
  },
  {
    make: 'DJI',
    models: ['FC6360', 'FC3582', 'FC8482'],
    software: ['v01.17.2023', '10.01.24.04'],
    descriptions: ['default', 'DCIM\\106FPLAN\\DJI_0012.TIF', 'DCIM/100MEDIA/DJI_0001.JPG'],
    comments: ['', 'DJI meta data'],
  },
  {
    make: 'GoPro',
    models: ['HD2', 'HERO6 Black', 'HERO12 Black'],
    software: ['HD2.08.12.58', 'HD6.01.01.51.00', 'H23.01.02.32.00'],
    descriptions: ['DCIM\\100GOPRO', 'DCIM\\100GOPRO\\GOPR0482.JPG'],
    comments: [''],
  },
]
