import type { Statement } from '../../clue'
import { asDevice, asPerson, asPlace, asTime, asWords, type TagMapping } from '../../tag-mapping'
import type { Property } from './read-xmp'

const unread =
  (label: string): TagMapping =>
  (text) => ({ type: 'unknown', label, bytes: text.length })

/** The author's postal and mail addresses and telephone numbers, a structure of texts: IPTC Core. */
export const CONTACT = 'Iptc4xmpCore:CreatorContactInfo'

const MEANINGS: ReadonlyMap<string, TagMapping> = new Map<string, TagMapping>([
  // Dublin Core and XMP basic: ISO 16684-1 §8.
  ['dc:creator', asPerson('author')],
  ['dc:contributor', asPerson('author')],
  ['dc:publisher', asPerson('author')],
  ['dc:title', asWords('caption')],
  ['dc:description', asWords('caption')],
  ['dc:subject', asWords('keywords')],
  ['dc:rights', asWords('rights')],
  ['dc:coverage', asPlace(1)],
  ['dc:date', asTime('made')],
  ['xmp:CreateDate', asTime('made')],
  ['xmp:ModifyDate', asTime('changed')],
  ['xmp:MetadataDate', asTime('changed')],
  ['xmp:CreatorTool', asDevice('software')],
  ['xmp:Author', asPerson('author')],
  ['xmp:Title', asWords('caption')],
  ['xmp:Description', asWords('caption')],
  ['xmpRights:Owner', asPerson('owner')],
  ['xmpRights:UsageTerms', asWords('rights')],
  ['xmpRights:WebStatement', asWords('rights')],
  ['xmp:Nickname', asWords('comment')],
  ['stEvt:softwareAgent', asDevice('software')],
  ['stEvt:when', asTime('changed')],
  // Photoshop: XMP part 2.
  ['photoshop:DateCreated', asTime('taken')],
  ['photoshop:City', asPlace(2)],
  ['photoshop:State', asPlace(3)],
  ['photoshop:Country', asPlace(4)],
  ['photoshop:Headline', asWords('caption')],
  ['photoshop:Credit', asPerson('author')],
  ['photoshop:Source', asPerson('author')],
  ['photoshop:CaptionWriter', asPerson('author')],
  ['photoshop:AuthorsPosition', asWords('comment')],
  ['photoshop:Instructions', asWords('comment')],
  ['photoshop:TransmissionReference', asWords('comment')],
  ['photoshop:SupplementalCategories', asWords('keywords')],
  ['photoshop:LayerText', asWords('caption')],
  ['photoshop:LayerName', asWords('comment')],
  ['photoshop:History', asWords('comment')],
  ['dc:source', asWords('comment')],
  ['dc:relation', asWords('comment')],
  // Exif in XMP.
  ['tiff:Make', asDevice('make')],
  ['tiff:Model', asDevice('model')],
  ['tiff:Software', asDevice('software')],
  ['tiff:Artist', asPerson('author')],
  ['tiff:Copyright', asWords('rights')],
  ['tiff:ImageDescription', asWords('caption')],
  ['tiff:DateTime', asTime('changed')],
  ['exif:DateTimeOriginal', asTime('taken')],
  ['exif:DateTimeDigitized', asTime('taken')],
  ['exif:GPSTimeStamp', (text) => ({ type: 'time', text, event: 'satellite', offset: 'Z' })],
  ['exif:UserComment', asWords('comment')],
  ['exif:GPSAreaInformation', asPlace(1)],
  ['exifEX:CameraOwnerName', asPerson('owner')],
  ['exifEX:BodySerialNumber', asDevice('serial')],
  ['exifEX:LensSerialNumber', asDevice('serial')],
  ['exifEX:SerialNumber', asDevice('serial')],
  ['exifEX:ImageTitle', asWords('caption')],
  ['exifEX:Photographer', asPerson('author')],
  ['exifEX:ImageEditor', asPerson('author')],
  ['exifEX:RAWDevelopingSoftware', asDevice('software')],
  ['exifEX:ImageEditingSoftware', asDevice('software')],
  ['exifEX:MetadataEditingSoftware', asDevice('software')],
  ['aux:OwnerName', asPerson('owner')],
  ['aux:SerialNumber', asDevice('serial')],
  ['aux:LensSerialNumber', asDevice('serial')],
  // IPTC Photo Metadata: Core and Extension.
  ['Iptc4xmpCore:Location', asPlace(0)],
  ['Iptc4xmpCore:CountryCode', asPlace(4)],
  ['Iptc4xmpCore:AltTextAccessibility', asWords('caption')],
  ['Iptc4xmpCore:ExtDescrAccessibility', asWords('caption')],
  ['Iptc4xmpExt:PersonInImage', asPerson('shown')],
  ['Iptc4xmpExt:PersonName', asPerson('shown')],
  ['Iptc4xmpExt:ModelAge', asWords('comment')],
  ['Iptc4xmpExt:AddlModelInfo', asWords('comment')],
  ['Iptc4xmpExt:Event', asWords('caption')],
  ['Iptc4xmpExt:OrganisationInImageName', asWords('comment')],
  ['Iptc4xmpExt:LocationName', asPlace(0)],
  ['Iptc4xmpExt:Sublocation', asPlace(1)],
  ['Iptc4xmpExt:City', asPlace(2)],
  ['Iptc4xmpExt:ProvinceState', asPlace(3)],
  ['Iptc4xmpExt:CountryName', asPlace(4)],
  ['Iptc4xmpExt:WorldRegion', asPlace(5)],
  ['Iptc4xmpExt:AIPromptInformation', asWords('prompt')],
  ['Iptc4xmpExt:AISystemUsed', asDevice('software')],
  ['Iptc4xmpExt:AIPromptWriterName', asPerson('author')],
  ['plus:ImageCreatorName', asPerson('author')],
  ['plus:CopyrightOwnerName', asPerson('owner')],
  ['plus:ImageSupplierName', asPerson('author')],
  ['plus:LicensorName', asPerson('author')],
  ['plus:LicensorEmail', asWords('comment')],
  // Programs for private collections.
  ['MicrosoftPhoto:LastKeywordXMP', asWords('keywords')],
  ['MicrosoftPhoto:LastKeywordIPTC', asWords('keywords')],
  ['MicrosoftPhoto:CameraSerialNumber', asDevice('serial')],
  ['MicrosoftPhoto:DateAcquired', asTime('changed')],
  ['MicrosoftPhoto:ItemSubType', asWords('comment')],
  ['lr:hierarchicalSubject', asWords('keywords')],
  ['lr:weightedFlatSubject', asWords('keywords')],
  ['digiKam:TagsList', asWords('keywords')],
  ['digiKam:CaptionsAuthorNames', asPerson('author')],
  ['acdsee:author', asPerson('author')],
  ['acdsee:caption', asWords('caption')],
  ['acdsee:keywords', asWords('keywords')],
  ['acdsee:notes', asWords('comment')],
  ['expressionmedia:People', asPerson('shown')],
  ['expressionmedia:Event', asWords('caption')],
  ['mediapro:People', asPerson('shown')],
  ['mediapro:Event', asWords('caption')],
  ['mediapro:Location', asPlace(0)],
  ['getty:Personality', asPerson('shown')],
  ['crs:RawFileName', asWords('comment')],
  ['GPano:FirstPhotoDate', asTime('taken')],
  ['GPano:LastPhotoDate', asTime('taken')],
  ['prism:person', asPerson('shown')],
  ['mwg-kw:Keyword', asWords('keywords')],
  // Sony Ericsson's: which mast the phone was connected to, from which the place can be looked up.
  ['cell:cellid', unread('cell tower')],
  ['cell:cgi', unread('cell tower')],
  // Google Camera: what was heard while the picture was taken, in Base64.
  ['GAudio:Data', unread('sound')],
  ['album:Notes', asWords('comment')],
  ['art:Creator', asPerson('author')],
  ['art:Photographer', asPerson('author')],
  ['pdf:Creator', asPerson('author')],
  ['pdf:Title', asWords('caption')],
  ['pdf:CreationDate', asTime('made')],
  ['pdf:ModDate', asTime('changed')],
  ['pdf:Author', asPerson('author')],
  ['pdf:Keywords', asWords('keywords')],
  ['pdf:Producer', asDevice('software')],
])

/** What one property says by its name; empty ones say nothing. Null where the name is not listed here. */
export function meaningOf({ name, value, children }: Property): Statement[] | null {
  if (name === CONTACT) return contact(children)
  const meaning = MEANINGS.get(name)
  if (meaning === undefined) return null
  return value === '' ? [] : [meaning(value)]
}

function contact(fields: readonly Property[]): Statement[] {
  const texts = fields.filter(({ name }) => name.startsWith('Iptc4xmpCore:Ci')).map(({ value }) => value)
  const text = texts.filter((part) => part !== '').join(', ')
  return text === '' ? [] : [{ type: 'words', text, role: 'comment' }]
}
