import type { Statement } from '../clue'
import { parseDateTime } from '../decode/parse-date'
import { asDevice, asPerson, asPlace, asWords, type TagMapping } from '../tag-mapping'

/** The last words of a property's name, and what it then says; the first row that fits counts. */
const ENDINGS: readonly (readonly [ending: RegExp, meaning: TagMapping])[] = [
  [/(?:File_?Name|File_?Path|Full_?Path|(?:Project|Image|Uncc?|Original)_?Path|Raw_?File)$/i, asWords('comment')],
  [/Serial(?:_?(?:Number|No|Num))?$/i, asDevice('serial')],
  [
    /(?:^|[a-z_])(?:Sublocation|Location|Place|Locality|Venue|Landmark|Address|Street|Postal_?Code|Zip_?Code)$/i,
    asPlace(0),
  ],
  [/(?:Location|Place|Venue|Landmark|Street)_?Name$/i, asPlace(0)],
  [/(?:City|Town|Village|Municipality|Suburb|District)(?:_?Name)?$/i, asPlace(2)],
  [/(?:Province_?State|State_?Province|Province|County|^State|Address_?Region)(?:_?Name)?$/i, asPlace(3)],
  [/(?:Country(?:_?(?:Code|Name))?|Nation)$/i, asPlace(4)],
  [/(?:Continent|Geography|Water_?Body|Island(?:_?Group)?|World_?Region)$/i, asPlace(5)],
  [/(?:Owner|Licensee|End_?User)(?:s|'s)?(?:_?Names?)?$/i, asPerson('owner')],
  [
    /(?:Person(?:_?(?:In_?Image|Shown|Heard))?|People|Patient|Personality|Face|Child|Sitter)(?:_?Names?)?$/i,
    asPerson('shown'),
  ],
  [
    /(?:Author|Artist|Creator|Photographer|Editor|Contributor|Client|Composer|Director|Physician|Recorded_?By|Identified_?By|Approved_?By|Speaker|Attribution|Supplier)(?:_?Names?)?$/i,
    asPerson('author'),
  ],
  [/(?:E_?mail|Telephone|Phone|Contact)(?:_?(?:Info|Address|Number|\d))?$/i, asWords('comment')],
  [
    /(?:Key_?words?|Tags?(?:_?List)?|Categor(?:y|ies)|Label_?Name|Collections?(?:_?Name)?|Catalog_?Sets)$/i,
    asWords('keywords'),
  ],
  [/(?:Copyright(?:_?Notice)?|Rights|Credit(?:_?Line)?)$/i, asWords('rights')],
  [
    /(?:Title|Caption|Headline|Description|Transcript|Event(?:_?Ext)?(?:_?(?:Name|Alias))?|(?:Layer|Tag|Region)_?(?:Text|Name))$/i,
    asWords('caption'),
  ],
  [
    /(?:Comments?|Notes?|Remarks?|Instructions|(?:Job(?:_?Ref)?|Project|Shot|^Display)_?Name|Custom_?\d+|User_?Fields?|Institution|Organi[sz]ation|Birth_?Date|DOB)$/i,
    asWords('comment'),
  ],
  [/(?:Software|Application|Program|App_?Name)$/i, asDevice('software')],
  [/(?:Camera|Device|Phone|^)_?Model(?:_?Name)?$/i, asDevice('model')],
]

const MOMENT = /(?:date|time|when|stamp|edited)s?$|(?:Date|Time)[A-Z_]\w*$/i
const CHANGED = /Mod|Edit|Chang|Metadata|Sav/
/** Longer runs of digits are no date, and other texts no moment. */
const WRITTEN_MOMENT =
  /^\s*(?:(?:18|19|20)\d\d[-:/.]\s?\d{1,2}[-:/.]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|[a-z]{3,9},? .*\b(?:19|20)\d\d\b)/i
/** Seconds or milliseconds since 1970, from 2001 on. */
const UNIX_TIME = /^1\d{9}(?:\d{3})?$/

/** Returns a moment as it is written, or as ISO 8601 where it is counted; undefined where the value is none. */
function momentIn(value: string): string | undefined {
  if (WRITTEN_MOMENT.test(value) && parseDateTime(value)) return value
  if (!UNIX_TIME.test(value)) return undefined
  return `${new Date(Number(value.padEnd(13, '0'))).toISOString().slice(0, 19)}Z`
}

/** What a value says under a name of any kind, by the words that the name ends with; null where they say nothing. */
export function saidByName(name: string, value: string): Statement[] | null {
  const moment = MOMENT.test(name) ? momentIn(value) : undefined
  if (moment !== undefined) return [{ type: 'time', text: moment, event: CHANGED.test(name) ? 'changed' : 'made' }]
  const said = ENDINGS.find(([ending]) => ending.test(name))?.[1](value)
  return said && !(isSetting(value) && said.type !== 'place-name' && said.type !== 'serial') ? [said] : null
}

/** A switch, a number or a letter (categories of news are one to three) is no name and no sentence. */
const isSetting = (value: string) => /^(?:true|false|off|[+-]?[\d.,/]+|[A-Z]{1,3})$/i.test(value)
