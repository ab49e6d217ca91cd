import type { Statement } from '../../clue'
import { iso6709 } from '../../values/iso-6709'

type Meaning = (text: string) => Statement[]

const person =
  (role: 'author' | 'owner' | 'shown'): Meaning =>
  (text) => [{ type: 'person', text, role }]
const words =
  (role: 'caption' | 'keywords' | 'comment' | 'rights'): Meaning =>
  (text) => [{ type: 'words', text, role }]
const thing =
  (type: 'make' | 'model' | 'serial' | 'software'): Meaning =>
  (text) => [{ type, text }]
const taken: Meaning = (text) => [{ type: 'time', text, event: 'taken' }]
const placeName: Meaning = (text) => [{ type: 'place-name', text, size: 0 }]

/** Atoms of user data and iTunes items without their first '©' or '@': QuickTime File Format, 'User data atoms'; 3GPP TS 26.244 §8. */
export const ATOMS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['xyz', iso6709],
  ['nam', words('caption')],
  ['name', words('caption')],
  ['titl', words('caption')],
  ['desc', words('caption')],
  ['dscp', words('caption')],
  ['ldes', words('caption')],
  ['des', words('caption')],
  ['inf', words('caption')],
  ['cmt', words('comment')],
  ['lyr', words('comment')],
  ['alb', words('comment')],
  ['albm', words('comment')],
  ['grp', words('comment')],
  ['cpy', words('rights')],
  ['cprt', words('rights')],
  ['key', words('keywords')],
  ['kywd', words('keywords')],
  ['keyw', words('keywords')],
  ['ART', person('author')],
  ['aART', person('author')],
  ['art', person('author')],
  ['aut', person('author')],
  ['auth', person('author')],
  ['com', person('author')],
  ['dir', person('author')],
  ['prd', person('author')],
  ['prf', person('shown')],
  ['perf', person('shown')],
  ['wrt', person('author')],
  ['own', person('owner')],
  ['ownr', person('owner')],
  ['day', taken],
  ['too', thing('software')],
  ['enc', thing('software')],
  ['swr', thing('software')],
  ['mak', thing('make')],
  ['mod', thing('model')],
  ['CNMN', thing('model')],
  ['mdl', thing('model')],
  ['cmnm', thing('model')],
  ['LENS', thing('serial')], // GoPro: the number of the lens assembly
  ['slno', thing('serial')],
  ['SNum', thing('serial')],
  ['date', taken],
  ['fsid', words('comment')], // Where the file lay
  ['clfn', words('comment')],
  ['coll', words('keywords')],
  ['tnam', words('caption')],
  ['albr', person('author')],
  ['soaa', person('author')],
  ['soar', person('author')],
  ['soco', person('author')],
  ['sonm', words('caption')],
  ['sdes', words('caption')],
  ['apID', person('owner')], // The account in Apple's store, most often a mail address
  ['purd', (text) => [{ type: 'time', text, event: 'changed' }]],
  ['rldt', (text) => [{ type: 'time', text, event: 'changed' }]],
])

/** Small copies of a frame. */
export const PICTURES: ReadonlySet<string> = new Set(['covr', 'thmb', 'mcvr', 'snal', 'tnal', 'CNTH'])

/** How a film is played, coded or cut, how the camera was held, and what a shop says about it. */
export const UNTOLD =
  /^(?:free|skip|AllF|LOOP|SelO|WLOC|SDLN|kgtt|rtng|urat|yrrc|gnre|clsf|hinf|hinv|hnti|kind|cver|CNCV|CNFV|CNDB|FIRM|FOV\0|info|lvlm|Lvlm|ptch|roll|_cx_|_cy_|_yaw|rads|angl|apmd|tagc|tsel|strk|ludt|FIEL|PrmA|PrmL|SETT|AMBA|HMMT|[©@](?:PRM|PRQ|TIM|TSC|TSZ|fmt|fpt|frl|fyw|gpt|grl|gyw|xsp|ysp|zsp|isr|gen|req|trk|lng|day|mvc|mvi))$/

/** Apple's and Android's keys behind their reverse domain. */
export const KEYS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['com.apple.quicktime.location.ISO6709', iso6709],
  ['com.apple.quicktime.location.name', placeName],
  ['com.apple.quicktime.location.body', placeName],
  ['com.apple.quicktime.location.note', words('comment')],
  ['com.apple.quicktime.make', thing('make')],
  ['com.apple.quicktime.model', thing('model')],
  ['com.apple.quicktime.software', thing('software')],
  ['com.apple.quicktime.camera.owner', person('owner')],
  ['com.apple.quicktime.creationdate', taken],
  ['com.apple.quicktime.author', person('author')],
  ['com.apple.quicktime.artist', person('author')],
  ['com.apple.quicktime.publisher', person('author')],
  ['com.apple.quicktime.producer', person('author')],
  ['com.apple.quicktime.director', person('author')],
  ['com.apple.quicktime.title', words('caption')],
  ['com.apple.quicktime.displayname', words('caption')],
  ['com.apple.quicktime.description', words('caption')],
  ['com.apple.quicktime.information', words('caption')],
  ['com.apple.quicktime.comment', words('comment')],
  ['com.apple.quicktime.keywords', words('keywords')],
  ['com.apple.quicktime.copyright', words('rights')],
  ['com.apple.quicktime.collection.user', words('comment')],
  ['com.android.manufacturer', thing('make')],
  ['com.android.model', thing('model')],
  ['com.android.version', (text) => [{ type: 'software', text: `Android ${text}` }]],
  ['com.apple.quicktime.location.date', taken],
  ['creation_time', (text) => [{ type: 'time', text, event: 'made' }]],
  ['encoder', thing('software')],
  ['artist', person('author')],
  ['comment', words('comment')],
  ['title', words('caption')],
])
