/** Where a text stood: 'person' is an author, an owner or somebody shown. */
export type MachineField = 'person' | 'words' | 'software' | 'device'

export interface MachineText {
  /** Matched against the whole text, without capitals and with single blanks. */
  readonly pattern: RegExp
  readonly fields: readonly MachineField[]
  /** Which camera, phone, program or chip writes it by itself. */
  readonly by: string
  readonly source: keyof typeof MACHINE_TEXT_SOURCES
}

/** Public places that say so; a repository by its name and the file in it, an issue by its number. */
export const MACHINE_TEXT_SOURCES = {
  photoprism:
    'github.com/photoprism/photoprism, internal/meta/sanitize.go, UnwantedDescriptions and SanitizeDescription',
  'photoprism 5078': 'github.com/photoprism/photoprism pull request 5078: counts in one collection',
  inaturalist: 'github.com/inaturalist/inaturalist issue 1323, and BRANDED_DESCRIPTIONS in app/models/local_photo.rb',
  kphotoalbum: 'invent.kde.org/graphics/kphotoalbum, Settings/SettingsData.cpp, commentsToStrip',
  gthumb: 'gitlab.gnome.org/GNOME/gthumb, extensions/exiv2_tools/exiv2-utils.cpp, useless_comment_filter',
  'exif folder tagger': 'github.com/gilesknap/ExifFolderTagger, example.py, descriptions_to_ignore',
  'live-photo-conv':
    'github.com/wszqkzqk/live-photo-conv issue 34 and pull request 35: what an OPPO or OnePlus phone writes',
  'nom-exif': 'github.com/mindeng/nom-exif, documentation of the crate: UserComment of a Xiaomi phone',
  'immich tv': 'github.com/giejay/Immich-Android-TV issue 238: ImageDescription of ports of Google Camera',
  spreadtrum: 'the camera layer of Spreadtrum’s phones, SprdOEMCamera.cpp and jpeg_exif_header, default texts',
  tuchong: 'tuchong.com/photo/532924671/exif: Artist and UserComment of Meitu',
  jpegsnoop: 'github.com/ImpulseAdventure/JPEGsnoop, DbSigs.cpp, m_sXComSwList and the note above it',
  pyexiv2: 'github.com/LeoHsiao1/pyexiv2 issue 37: the comment of libgd',
  'drone-tm': 'github.com/hotosm/drone-tm issue 777: rdf:about of DJI',
  flypath: 'github.com/dronnix-io/FlyPath issue 15: ImageDescription of DJI',
  exif: 'Exif 3.0 §4.6.4: a camera that knows no author fills the field with blanks',
  exiftool: 'exiftool.org/TagNames: the values that the notes call defaults of the camera',
  'exif-samples': 'github.com/ianare/exif-samples, photos of these cameras',
  'exiftool samples': 'github.com/exiftool/exiftool, t/images: sample photos of these cameras',
  'metadata-extractor': 'github.com/drewnoakes/metadata-extractor-images: photos of these cameras',
  'nom-exif files': 'github.com/mindeng/nom-exif, testdata',
  commons: 'github.com/commons-app/apps-android-commons issue 6227: Software of a Pixel 9 Pro',
  'juicy pixels': 'github.com/Twinside/Juicy.Pixels pull request 144: Software of a Galaxy S8',
  'exif-parser': 'npm exif-parser, test/starfish.jpg',
  'exif-rs':
    'github.com/drewnoakes/metadata-extractor-images and github.com/kamadak/exif-rs: Software of these cameras',
  imagetestsuite:
    'code.google.com/p/imagetestsuite, TIFFTestSuite and others: scans and pictures that were on the web, also in metadata-extractor-images',
  'photoprism files': 'github.com/photoprism/photoprism, test data: photos of these phones',
  mediatek:
    'the camera layer of MediaTek’s phones: the Software that it writes for any maker, as Xiaomi, OPPO, Nothing and Samsung',
  'exiv2 samples': 'github.com/Exiv2/exiv2, test/data: photos of these cameras',
  twelvemonkeys: 'github.com/haraldk/TwelveMonkeys, test resources: photos and scans',
  observed: 'seen in photos of the test corpus',
} as const

const CAPTION: readonly MachineField[] = ['words']
const FIRMWARE: readonly MachineField[] = ['software']
/** The name of a maker is no person, but the right thing to stand in the field of the maker. */
const NO_MAKER: readonly MachineField[] = ['person', 'words', 'software']
const ANY: readonly MachineField[] = ['person', 'words', 'software', 'device']
const HUAWEI = 'Huawei and Honor phones, the mode of the camera'

const row = (
  pattern: RegExp,
  fields: readonly MachineField[],
  by: string,
  source: MachineText['source'],
): MachineText => ({ pattern, fields, by, source })

/** The row of one code, as it stands. */
const code = (text: string, by: string, source: MachineText['source']): MachineText =>
  row(new RegExp(`^${text}$`), CAPTION, by, source)

/** What cameras, phones, drones, scanners and programs write by themselves where a person wrote nothing. */
export const MACHINE_TEXTS: readonly MachineText[] = [
  // Nothing at all.
  row(/^$/, ANY, 'anything', 'exif'),
  row(/^[\s\p{P}\p{S}0]*$/u, ANY, 'cameras: blanks, zeros, punctuation', 'exif'),
  row(
    /^(?:unknown|none|null|nil|n\/?a|undefined|default|untitled|unbekannt|inconnu|no (?:title|comment|name))$/,
    ANY,
    'programs',
    'photoprism',
  ),
  row(/^charset=\w+$/, CAPTION, 'programs that write the name of the encoding as the comment', 'photoprism'),
  row(
    /^(?:ascii?|unicode|jis|jfif)$/,
    CAPTION,
    'programs that write the name of the encoding as the comment',
    'photoprism',
  ),
  row(/^v?\d{1,3}(?:\.\d{1,3}){1,3}$/, CAPTION, 'programs: their version', 'observed'),
  // Names of makers and models in the place of a caption.
  row(/^(?:olympus (?:digital camera|imaging)|olympus)$/, NO_MAKER, 'Olympus', 'photoprism'),
  row(/^sony dsc$/, CAPTION, 'Sony', 'photoprism'),
  row(/^samsung(?: digital camera| camera pictures)?$/, NO_MAKER, 'Samsung', 'photoprism'),
  row(/^<.*\b(?:samsung|digimax|kenox)\b.*>$/, CAPTION, 'Samsung', 'photoprism'),
  row(/^(?:konica )?minolta(?: digital (?:still )?camera)?$/, NO_MAKER, 'Minolta and Konica Minolta', 'gthumb'),
  row(/^kodak(?: digital still camera)?$/, NO_MAKER, 'Kodak', 'inaturalist'),
  row(/^moultrie digital game camera$/, CAPTION, 'Moultrie', 'inaturalist'),
  row(/^(?:digital (?:still )?camera|camera)$/, ANY, 'cameras without a name', 'exif folder tagger'),
  row(/^jenoptik digital camera$/, CAPTION, 'Jenoptik', 'kphotoalbum'),
  row(/^medion digital camera$/, CAPTION, 'Medion', 'photoprism 5078'),
  row(/^kodak \w+(?: zoom)? digital (?:still )?camera$/, CAPTION, 'Kodak', 'metadata-extractor'),
  row(/^sanyo digital camera$/, CAPTION, 'Sanyo', 'metadata-extractor'),
  row(/^minolta dsc$|^padbytes$/, CAPTION, 'Minolta', 'metadata-extractor'),
  row(/^kodak action cam$/, CAPTION, 'Kodak, action cameras', 'metadata-extractor'),
  row(/^m\de\dl\d-\dr\d{3}b\d{3}$/, CAPTION, 'Bushnell, cameras for wildlife', 'metadata-extractor'),
  row(/^0000\d\d$/, CAPTION, 'Fujifilm DS-7, the number of the picture', 'metadata-extractor'),
  row(/^traveler digital camera$/, CAPTION, 'Traveler', 'metadata-extractor'),
  row(/^ge digital camera$/, CAPTION, 'General Imaging', 'exiftool samples'),
  row(/^pentax digital camera$/, CAPTION, 'Pentax, in films', 'exiftool samples'),
  row(/^dcf 1\.0$/, CAPTION, 'Minolta: the name of the file system', 'exiftool samples'),
  row(/^\(c\) by (?:caplio )?[\w -]+ user$/, CAPTION, 'Ricoh', 'exiftool samples'),
  row(/^gcm_tag$/, CAPTION, 'Ricoh', 'exiftool samples'),
  row(/^gc-\w+ image$/, CAPTION, 'JVC', 'exiftool samples'),
  row(/^r: *\d+ g: *\d+ b: *\d+ x:.*$/s, CAPTION, 'General Imaging: what the camera measured', 'exiftool samples'),
  row(/^icm\w+\.gemini\w+$|^trust corp\.$/, CAPTION, 'Trust', 'metadata-extractor'),
  row(/^epson dsc picture$/, CAPTION, 'Epson', 'metadata-extractor'),
  row(/^gpencoder$/, CAPTION, 'VTech, cameras for children', 'metadata-extractor'),
  row(/^\d{3,4} nm$/, CAPTION, 'Parrot, the colour of one lens', 'metadata-extractor'),
  row(/^flir one(?: pro)?$/, ['person'], 'FLIR One, as the author of a film', 'metadata-extractor'),
  row(/^dn0p[\w ]+[\d .!-]*$/, CAPTION, 'Kodak’s scanners, the number of the page', 'imagetestsuite'),
  row(/^iris 2001$/, ['person'], 'Kodak’s scanners, as the author', 'imagetestsuite'),
  row(/^page \d+$|^xerox printer$/, CAPTION, 'Xerox', 'twelvemonkeys'),
  row(
    /^tm&copyright \(c\) \d{4} sony computer entertainment inc\.$/,
    CAPTION,
    'Gran Turismo, about a picture of the game',
    'exif-samples',
  ),
  row(/^replaykitrecording$/, ['person'], 'iOS, as the author of a film of the screen', 'nom-exif files'),
  row(/^my beautiful picture$/, CAPTION, 'Medion', 'photoprism 5078'),
  row(/^hellomoto$/, CAPTION, 'Motorola', 'photoprism 5078'),
  row(/^dvc 10\.1 hdmi$/, CAPTION, 'a camcorder', 'photoprism'),
  row(/^scanner$/, ANY, 'Kodak Slide N Scan', 'photoprism'),
  row(/^dcp$/, CAPTION, 'Kodak', 'exif folder tagger'),
  // The file's first name.
  row(/^dcim(?:[\\/][^\s]*)?$/, CAPTION, 'GoPro and other cameras: where the file lay on the card', 'photoprism'),
  row(
    /^_?(?:dsc|dcf|dscn|dscf|img|mvi|pict|pic|image)[_ ]?\d*(?:_\d+)*(?:_(?:gre|nir|red|reg|rgb))?(?:\.\w{2,4})?$/,
    CAPTION,
    'cameras: the name of the file',
    'exif-samples',
  ),
  // Modes of a phone's camera.
  ...[
    ...[
      'rhdr',
      'hdrpl',
      'oznorwo',
      'oznor',
      'frontbhdp',
      'fbt',
      'rbt',
      'ptr',
      'fbthdr',
      'btr',
      'mon',
      'nor',
      'dav',
      'mde',
    ],
    ...['mde_soft', 'edf', 'btfmdn', 'btf', 'btfhdr', 'frem', 'rpt', 'burst', 'sdr_hdrb', 'cof', 'qrf', 'fshbty'],
  ].map((text) => code(text, HUAWEI, 'photoprism')),
  ...['_cuva', 'smart', 'hdr', 'bsh'].map((text) => code(text, HUAWEI, 'photoprism 5078')),
  row(/^oplus(?:_\d+)?$/, ANY, 'OPPO, OnePlus and realme phones: bits of the camera', 'live-photo-conv'),
  row(/^xhs$/, ANY, 'Xiaohongshu, in the place of OPPO’s mark', 'live-photo-conv'),
  row(
    /^\s*(?:[\w.~ -]+\s*:\s*[^;]*;\s*){3,}.*$/s,
    CAPTION,
    'Xiaomi, vivo and others: what the camera measured',
    'nom-exif',
  ),
  row(/^cameraid=\d+\.framecount=.*$/s, CAPTION, 'ports of Google Camera: their settings', 'immich tv'),
  row(/^\{ aeaverage = .*$/s, CAPTION, 'early iPhones: what the camera measured', 'twelvemonkeys'),
  row(/^default$/, CAPTION, 'DJI', 'flypath'),
  row(/^dji meta data$/, CAPTION, 'DJI', 'drone-tm'),
  // Firmware, where a program would stand.
  row(/^hdr\+ [\d.]+[a-z]*$/, FIRMWARE, 'Google Pixel', 'commons'),
  row(/^[a-z]\d{3}[a-z0-9]{1,2}[a-z]{2,3}[usez]\w{5,6}$/, FIRMWARE, 'Samsung phones', 'juicy pixels'),
  row(/^(?:i9|sc|n9)\d{2,3}[a-z]{2,}\w{2,5}$/, FIRMWARE, 'early Samsung phones', 'metadata-extractor'),
  row(/^\\n$/, CAPTION, 'Samsung: bytes that are no text', 'nom-exif files'),
  row(/^android \d[\d.]*$/, FIRMWARE, 'Android', 'nom-exif files'),
  row(/^windows phone(?: [\d.]+)?$/, FIRMWARE, 'Nokia Lumia', 'exif-parser'),
  row(/^.*-user \d.*\b(?:release|dev|test)-keys$/, FIRMWARE, 'Android phones: the build', 'exif-rs'),
  row(/^mediatek camera application$/, FIRMWARE, 'phones with MediaTek’s chips', 'mediatek'),
  row(/^[a-z]{3}-[a-z]{1,2}\d{1,2}[a-z]? [\d.]+\(\w+\)$/, FIRMWARE, 'Huawei and Honor phones', 'photoprism files'),
  row(/^\d{2}\.\d\.[a-z]\.\d[\d.]*(?:_\w+)?$/, FIRMWARE, 'Sony phones', 'metadata-extractor'),
  row(/^r\d[a-z]{2}\d{3} +prg\d.*$/, FIRMWARE, 'Sony Ericsson phones', 'metadata-extractor'),
  row(/^00ww_\w+$/, FIRMWARE, 'Nokia phones', 'metadata-extractor'),
  row(/^blackberry [\d.]+$/, FIRMWARE, 'BlackBerry phones', 'metadata-extractor'),
  row(/^spatialcapture$/, FIRMWARE, 'Apple Vision Pro', 'metadata-extractor'),
  row(/^hd?\d{1,2}(?:\.\d{2}){3,4}$/, FIRMWARE, 'GoPro', 'exif-rs'),
  row(/^fw (?:ver )?[\d.]+(?: prm [\d.]+)?$/, FIRMWARE, 'Samsung and HP cameras', 'metadata-extractor'),
  row(
    /^[a-z]\d{3,4}[a-z]-[a-z]?\d{2,4}$|^[a-z]\d{3,4}m-\d{4}$/,
    FIRMWARE,
    'Konica, HP and Sanyo cameras',
    'metadata-extractor',
  ),
  // Chips.
  row(/^exif[_ ]jpeg[_ ]\w+(?:-freed)?$/, CAPTION, 'Casio, Spreadtrum and others', 'spreadtrum'),
  row(/^exif jpeg$/, CAPTION, 'a camera without a name', 'exiv2 samples'),
  row(/^copyright,\s?spreadtrum,\s?\d{4}$|^copyright\(c\),spreadtrum,\d{4}$/, CAPTION, 'Spreadtrum', 'spreadtrum'),
  row(/^(?:artist|spreadtrum|smartphone)-freed$/, ANY, 'Spreadtrum', 'spreadtrum'),
  row(/^software version v[\d.]+$/, ANY, 'Spreadtrum', 'spreadtrum'),
  row(/^default date$/, ANY, 'Spreadtrum', 'spreadtrum'),
  // Programs.
  row(
    /^(?:meitu|beautyplus|beautycam)$/,
    ['person', 'words'],
    'Meitu’s apps, which call themselves the author',
    'tuchong',
  ),
  row(/^picasa$/, ['person', 'words'], 'Picasa, which calls itself the author', 'observed'),
  row(/^<picasastamp\/>$/, CAPTION, 'Picasa', 'twelvemonkeys'),
  row(/^u-?lead systems?(?:,? inc\.?)?$/, NO_MAKER, 'Ulead’s programs, as the author', 'imagetestsuite'),
  row(/^binary comment$/, CAPTION, 'libexif, about what it cannot show', 'gthumb'),
  row(/^iclarified$/, CAPTION, 'the site of this name', 'photoprism'),
  row(/^applemark\s*$/, CAPTION, 'QuickTime', 'jpegsnoop'),
  row(/^screenshot$/, CAPTION, 'iOS', 'observed'),
  // What stands in a field as long as nobody fills it in.
  row(
    /^(?:type your (?:comments?|text) here|insert your comment here|user comments?|title|image description)$/,
    CAPTION,
    'cameras: the field’s own name',
    'exiftool',
  ),
  row(
    /^(?:your name|owner(?:'s)? name|artist|camera owner)$/,
    ['person', 'words'],
    'cameras: the field’s own name',
    'exiftool',
  ),
  row(
    /^(?:\(c\)|©|copyright|all rights reserved)(?: not specified)?[\s.,\d-]*$/,
    CAPTION,
    'cameras: a line without a name',
    'exif',
  ),
]

/** Comments by which programs sign their work; the name behind them is told as the program's. */
export const SIGNATURES: readonly (Omit<MachineText, 'fields'> & { readonly pattern: RegExp })[] = [
  { pattern: /^creator: ?gd-jpeg/i, by: 'libgd', source: 'pyexiv2' },
  { pattern: /^created (?:with|by) /i, by: 'GIMP, Imlib and others', source: 'photoprism' },
  { pattern: /^file (?:written|source) by/i, by: 'Photoshop', source: 'jpegsnoop' },
  {
    pattern: /^(?:this gif animation was constructed .*using|superpng by|animation photofiltre) /i,
    by: 'Ulead WebRazor, SuperPNG and PhotoFiltre',
    source: 'imagetestsuite',
  },
  {
    pattern: /^(?:lead technologies|intel\(r\) (?:jpeg|ipp)|jpeg encoder|acd systems|ulead|u-lead|handmade software)/i,
    by: 'encoders',
    source: 'jpegsnoop',
  },
  {
    pattern:
      /^(?:optimi[sz]ed|compressed|encoded|resized|processed|edited|generated|exported) (?:by|with|using|using|on|at|in|from) /i,
    by: 'programs',
    source: 'observed',
  },
  { pattern: /^(?:made with|software:|processed with vsco)/i, by: 'programs', source: 'observed' },
  {
    pattern:
      /^(?:lav[cf]?\d|ffmpeg|barebones|xv \d|imagemagick|adobe|paint\.net|xnview|gifsicle|giflib|gimp|ezgif|gif(?:maker|builder)|cwebp|libvips|www\.)/i,
    by: 'programs',
    source: 'observed',
  },
]
