import type { Said } from '../../clue'
import { type Meaning, person, place, thing, time, words } from '../../tag-mapping'
import type { Property } from './read-xmp'

const unread =
  (label: string): Meaning =>
  (text) => ({ says: 'unknown', label, bytes: text.length })

/** The author's postal and mail addresses and telephone numbers, a structure of texts: IPTC Core. */
export const CONTACT = 'Iptc4xmpCore:CreatorContactInfo'

const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  // Dublin Core and XMP basic: ISO 16684-1 §8.
  ['dc:creator', person('author')],
  ['dc:contributor', person('author')],
  ['dc:publisher', person('author')],
  ['dc:title', words('caption')],
  ['dc:description', words('caption')],
  ['dc:subject', words('keywords')],
  ['dc:rights', words('rights')],
  ['dc:coverage', place(1)],
  ['dc:date', time('made')],
  ['xmp:CreateDate', time('made')],
  ['xmp:ModifyDate', time('changed')],
  ['xmp:MetadataDate', time('changed')],
  ['xmp:CreatorTool', thing('software')],
  ['xmp:Author', person('author')],
  ['xmp:Title', words('caption')],
  ['xmp:Description', words('caption')],
  ['xmpRights:Owner', person('owner')],
  ['xmpRights:UsageTerms', words('rights')],
  ['xmpRights:WebStatement', words('rights')],
  ['xmp:Nickname', words('comment')],
  ['stEvt:softwareAgent', thing('software')],
  ['stEvt:when', time('changed')],
  // Photoshop: XMP part 2.
  ['photoshop:DateCreated', time('taken')],
  ['photoshop:City', place(2)],
  ['photoshop:State', place(3)],
  ['photoshop:Country', place(4)],
  ['photoshop:Headline', words('caption')],
  ['photoshop:Credit', person('author')],
  ['photoshop:Source', person('author')],
  ['photoshop:CaptionWriter', person('author')],
  ['photoshop:AuthorsPosition', words('comment')],
  ['photoshop:Instructions', words('comment')],
  ['photoshop:TransmissionReference', words('comment')],
  ['photoshop:SupplementalCategories', words('keywords')],
  ['photoshop:LayerText', words('caption')],
  ['photoshop:LayerName', words('comment')],
  ['photoshop:History', words('comment')],
  ['dc:source', words('comment')],
  ['dc:relation', words('comment')],
  // Exif in XMP.
  ['tiff:Make', thing('make')],
  ['tiff:Model', thing('model')],
  ['tiff:Software', thing('software')],
  ['tiff:Artist', person('author')],
  ['tiff:Copyright', words('rights')],
  ['tiff:ImageDescription', words('caption')],
  ['tiff:DateTime', time('changed')],
  ['exif:DateTimeOriginal', time('taken')],
  ['exif:DateTimeDigitized', time('taken')],
  ['exif:GPSTimeStamp', (text) => ({ says: 'time', text, event: 'satellite', offset: 'Z' })],
  ['exif:UserComment', words('comment')],
  ['exif:GPSAreaInformation', place(1)],
  ['exifEX:CameraOwnerName', person('owner')],
  ['exifEX:BodySerialNumber', thing('serial')],
  ['exifEX:LensSerialNumber', thing('serial')],
  ['exifEX:SerialNumber', thing('serial')],
  ['exifEX:ImageTitle', words('caption')],
  ['exifEX:Photographer', person('author')],
  ['exifEX:ImageEditor', person('author')],
  ['exifEX:RAWDevelopingSoftware', thing('software')],
  ['exifEX:ImageEditingSoftware', thing('software')],
  ['exifEX:MetadataEditingSoftware', thing('software')],
  ['aux:OwnerName', person('owner')],
  ['aux:SerialNumber', thing('serial')],
  ['aux:LensSerialNumber', thing('serial')],
  // IPTC Photo Metadata: Core and Extension.
  ['Iptc4xmpCore:Location', place(0)],
  ['Iptc4xmpCore:CountryCode', place(4)],
  ['Iptc4xmpCore:AltTextAccessibility', words('caption')],
  ['Iptc4xmpCore:ExtDescrAccessibility', words('caption')],
  ['Iptc4xmpExt:PersonInImage', person('shown')],
  ['Iptc4xmpExt:PersonName', person('shown')],
  ['Iptc4xmpExt:ModelAge', words('comment')],
  ['Iptc4xmpExt:AddlModelInfo', words('comment')],
  ['Iptc4xmpExt:Event', words('caption')],
  ['Iptc4xmpExt:OrganisationInImageName', words('comment')],
  ['Iptc4xmpExt:LocationName', place(0)],
  ['Iptc4xmpExt:Sublocation', place(1)],
  ['Iptc4xmpExt:City', place(2)],
  ['Iptc4xmpExt:ProvinceState', place(3)],
  ['Iptc4xmpExt:CountryName', place(4)],
  ['Iptc4xmpExt:WorldRegion', place(5)],
  ['Iptc4xmpExt:AIPromptInformation', words('prompt')],
  ['Iptc4xmpExt:AISystemUsed', thing('software')],
  ['Iptc4xmpExt:AIPromptWriterName', person('author')],
  ['plus:ImageCreatorName', person('author')],
  ['plus:CopyrightOwnerName', person('owner')],
  ['plus:ImageSupplierName', person('author')],
  ['plus:LicensorName', person('author')],
  ['plus:LicensorEmail', words('comment')],
  // Programs for private collections.
  ['MicrosoftPhoto:LastKeywordXMP', words('keywords')],
  ['MicrosoftPhoto:LastKeywordIPTC', words('keywords')],
  ['MicrosoftPhoto:CameraSerialNumber', thing('serial')],
  ['MicrosoftPhoto:DateAcquired', time('changed')],
  ['MicrosoftPhoto:ItemSubType', words('comment')],
  ['lr:hierarchicalSubject', words('keywords')],
  ['lr:weightedFlatSubject', words('keywords')],
  ['digiKam:TagsList', words('keywords')],
  ['digiKam:CaptionsAuthorNames', person('author')],
  ['acdsee:author', person('author')],
  ['acdsee:caption', words('caption')],
  ['acdsee:keywords', words('keywords')],
  ['acdsee:notes', words('comment')],
  ['expressionmedia:People', person('shown')],
  ['expressionmedia:Event', words('caption')],
  ['mediapro:People', person('shown')],
  ['mediapro:Event', words('caption')],
  ['mediapro:Location', place(0)],
  ['getty:Personality', person('shown')],
  ['crs:RawFileName', words('comment')],
  ['GPano:FirstPhotoDate', time('taken')],
  ['GPano:LastPhotoDate', time('taken')],
  ['prism:person', person('shown')],
  ['mwg-kw:Keyword', words('keywords')],
  // Sony Ericsson's: which mast the phone was connected to, from which the place can be looked up.
  ['cell:cellid', unread('cell tower')],
  ['cell:cgi', unread('cell tower')],
  // Google Camera: what was heard while the picture was taken, in Base64.
  ['GAudio:Data', unread('sound')],
  ['album:Notes', words('comment')],
  ['art:Creator', person('author')],
  ['art:Photographer', person('author')],
  ['pdf:Creator', person('author')],
  ['pdf:Title', words('caption')],
  ['pdf:CreationDate', time('made')],
  ['pdf:ModDate', time('changed')],
  ['pdf:Author', person('author')],
  ['pdf:Keywords', words('keywords')],
  ['pdf:Producer', thing('software')],
])

/** What one property says by its name; empty ones say nothing. Null where the name is not listed here. */
export function meaningOf({ name, value, children }: Property): Said[] | null {
  if (name === CONTACT) return contact(children)
  const meaning = MEANINGS.get(name)
  if (meaning === undefined) return null
  return value === '' ? [] : [meaning(value)]
}

function contact(fields: readonly Property[]): Said[] {
  const texts = fields.filter(({ name }) => name.startsWith('Iptc4xmpCore:Ci')).map(({ value }) => value)
  const text = texts.filter((part) => part !== '').join(', ')
  return text === '' ? [] : [{ says: 'words', text, role: 'comment' }]
}
