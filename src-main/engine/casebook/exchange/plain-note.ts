import type { Citation } from '../../../contract/casebook'
import { CITATION_NODE, prosePreview } from '../../../domain/evidence/prose'
import { wellFormed } from '../../../domain/evidence/well-formed'
import { noteHash } from '../content-hash'
import type { BundledNote } from './bundle'

/** The paragraphs of a plain or Markdown text: what stands between empty lines. */
export const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

interface Plain {
  id: string
  title: string
  paragraphs: readonly string[]
  /** Stand at the end of the last paragraph. */
  citations: readonly Citation[]
  tags: readonly string[]
  /** ISO 8601. */
  madeAt: string
}

/** A note made of plain paragraphs, as a first version. */
export function plainNote({ id, title, paragraphs: given, citations, tags, madeAt }: Plain): BundledNote {
  const words = given.length > 0 ? given : ['']
  const content = words.map((paragraph, i) => ({
    type: 'paragraph',
    content: [
      ...(paragraph === '' ? [] : [{ type: 'text', text: wellFormed(paragraph) }]),
      ...(i === words.length - 1
        ? citations.map((citation) => ({ type: CITATION_NODE, attrs: { id: citation.id } }))
        : []),
    ],
  }))
  const prose = { type: 'doc', content }
  const said = {
    title: wellFormed(title).slice(0, 1000),
    body: JSON.stringify(prose),
    citations: [...citations],
    tags: [...tags],
  }
  const version = { ...said, revision: 1, preview: prosePreview(prose), sha256: noteHash(said), savedAt: madeAt }
  return { id, pinned: false, madeAt, copyOf: null, removedAt: null, versions: [version] }
}
