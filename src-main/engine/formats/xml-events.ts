import { Parser } from 'htmlparser2'
import { Unreadable } from './unreadable'

/** What is told of an XML document while it is read. Names come without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  close?(name: string): void
  text?(words: string): void
}

/** Deeper documents are made to exhaust whatever reads them. */
const DEEPEST = 2000

/**
 * Reads an XML document from start to end, without building a tree. Entities other than the five of XML and numbers are left as they
 * stand. Throws `Unreadable` ("unsafe") where the document declares entities of its own: none of the formats we read may, and
 * they can grow without end.
 */
export function readXml(xml: string, events: XmlEvents): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new Unreadable('unsafe', `nested more than ${DEEPEST} levels deep`)
        events.open?.(localName(name), namesOf(attributes))
      },
      onclosetag(name) {
        depth--
        events.close?.(localName(name))
      },
      ontext: (words) => events.text?.(words),
      onprocessinginstruction(name, data) {
        if (name.toLowerCase() === '!doctype' && data.includes('['))
          throw new Unreadable('unsafe', 'it declares entities')
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function namesOf(attributes: Record<string, string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) names.set(localName(name), value)
  return names
}

/** The words of every element with one of the names, white space made single, by name; of several the first that has any. */
export function xmlValues(xml: string, names: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  let current: string | null = null
  let words = ''
  readXml(xml, {
    open(name) {
      if (current === null && names.includes(name)) {
        current = name
        words = ''
      }
    },
    text(part) {
      if (current !== null) words += part
    },
    close(name) {
      if (name !== current) return
      const value = words.replace(/\s+/g, ' ').trim()
      if (value !== '' && !values.has(name)) values.set(name, value)
      current = null
    },
  })
  return values
}
