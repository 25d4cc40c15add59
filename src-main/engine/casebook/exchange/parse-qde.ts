import { readXml } from '../../formats/xml-events'

export interface QdeCode {
  guid: string
  parent: string | null
  name: string
  colour: string
  description: string
  noteRefs: string[]
  position: number
}

/** A marked passage; positions are code points, the end exclusive. */
export interface QdeSelection {
  guid: string
  start: number
  end: number
  description: string
  codings: { guid: string; code: string }[]
  noteRefs: string[]
  madeAt: string | null
}

export interface QdeSource {
  name: string
  /** Where its text lies in the archive, or the text itself. */
  path: string | null
  content: string | null
  description: string
  selections: QdeSelection[]
}

export interface QdeNote {
  guid: string
  name: string
  path: string | null
  text: string | null
  madeAt: string | null
}

export interface Qde {
  codes: QdeCode[]
  sources: QdeSource[]
  notes: QdeNote[]
  /** Elements about pictures, sound, PDF pages and the like, which are not read, and how many. */
  unread: Map<string, number>
}

const TEXTS = new Set(['TextSource', 'PDFSource'])
const UNREAD = /^(?:PictureSelection|PDFSelection|AudioSelection|VideoSelection|TranscriptSelection)$/

/** The codes, text sources and notes of a REFI-QDA project or codebook; null when the XML is neither. Throws `Unreadable` for XML that declares entities of its own. */
export function parseQde(xml: string): Qde | null {
  const qde: Qde = { codes: [], sources: [], notes: [], unread: new Map() }
  const roots: string[] = []
  const codes: QdeCode[] = []
  let source: QdeSource | null = null
  let selection: QdeSelection | null = null
  let note: QdeNote | null = null
  let coding: { guid: string; code: string } | null = null
  let words = ''
  const children = new Map<string | null, number>()
  readXml(xml, {
    open(name, attributes) {
      const get = (key: string): string => attributes.get(key) ?? ''
      if (roots.length === 0) roots.push(name)
      words = ''
      if (name === 'Code') {
        const parent = codes.at(-1)?.guid ?? null
        const position = children.get(parent) ?? 0
        children.set(parent, position + 1)
        const code = {
          guid: get('guid'),
          parent,
          name: get('name'),
          colour: get('color'),
          description: '',
          noteRefs: [],
          position,
        }
        codes.push(code)
        qde.codes.push(code)
      } else if (TEXTS.has(name)) {
        source = {
          name: get('name'),
          path: attributes.get('plainTextPath') ?? null,
          content: null,
          description: '',
          selections: [],
        }
        qde.sources.push(source)
      } else if (name === 'Representation' && source) {
        source.path = attributes.get('plainTextPath') ?? source.path
      } else if (name === 'PlainTextSelection' && source) {
        const [start, end] = [Number(get('startPosition')), Number(get('endPosition'))]
        selection = {
          guid: get('guid'),
          start,
          end,
          description: '',
          codings: [],
          noteRefs: [],
          madeAt: timeOf(attributes),
        }
        source.selections.push(selection)
      } else if (name === 'Coding' && selection) {
        coding = { guid: get('guid'), code: '' }
      } else if (name === 'CodeRef' && coding) {
        coding.code = get('targetGUID')
      } else if (name === 'NoteRef') {
        const holder = selection ?? codes.at(-1)
        holder?.noteRefs.push(get('targetGUID'))
      } else if (name === 'Note') {
        note = {
          guid: get('guid'),
          name: get('name'),
          path: attributes.get('plainTextPath') ?? null,
          text: null,
          madeAt: timeOf(attributes),
        }
        qde.notes.push(note)
      } else if (UNREAD.test(name)) {
        qde.unread.set(name, (qde.unread.get(name) ?? 0) + 1)
      }
    },
    text: (part) => (words += part),
    close(name) {
      if (name === 'Description') {
        const holder = selection ?? codes.at(-1) ?? source
        if (holder) holder.description = words
      } else if (name === 'PlainTextContent') {
        if (note) note.text = words
        else if (source) source.content = words
      } else if (name === 'Coding') {
        if (coding && selection && coding.code !== '') selection.codings.push(coding)
        coding = null
      } else if (name === 'PlainTextSelection') selection = null
      else if (name === 'Code') codes.pop()
      else if (TEXTS.has(name)) source = null
      else if (name === 'Note') note = null
      words = ''
    },
  })
  return roots[0] === 'Project' || roots[0] === 'CodeBook' ? qde : null
}

const timeOf = (attributes: ReadonlyMap<string, string>): string | null => {
  const time = attributes.get('creationDateTime')
  return time !== undefined && /^\d{4}-\d\d-\d\dT/.test(time) ? time : null
}
