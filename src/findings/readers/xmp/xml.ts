import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** The parser expands nothing: entities of a DOCTYPE stay as written, so there is no expansion to bound. Nesting ends at 100. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  maxNestedTags: 100,
})

/** What is well-formed in a text, in the parser's own form, in order. @throws {Error} when nothing can be made of it. */
export function parseXml(text: string): unknown {
  return parser.parse(text)
}

/** Whether a text is a document of XML 1.0 to the letter. */
export function isXml(text: string): boolean {
  return XMLValidator.validate(text) === true
}
