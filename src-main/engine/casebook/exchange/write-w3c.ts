import { codePath, type Code } from '../../../domain/casebook/codebook'
import type { Anchor } from '../../../domain/evidence/anchor'
import { noteMarkdown } from '../../../domain/evidence/note-markdown'
import type { Bundle } from './bundle'

/** Our own names within the annotations: what other programs leave alone and Dateline reads back exactly. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { dateline: 'urn:dateline:', sha256: 'dateline:sha256' }]

/**
 * Highlights, coded passages and notes as W3C Web Annotations (JSON-LD, one AnnotationPage): a highlight is `highlighting`, a coding
 * `tagging` with the code's path as its tag, a note `commenting` with Markdown as its body and its citations as targets.
 */
export function writeW3c(bundle: Bundle): { bytes: Uint8Array; left: string[] } {
  const left: string[] = []
  if (bundle.grades.length > 0) left.push('Grades of sources: annotations have no place for them.')
  if (bundle.briefings.length > 0) left.push('Briefings: annotations have no place for them.')
  const codes = new Map(bundle.codes.map((code) => [code.id, code]))
  const present = bundle.codes.filter(({ removed }) => !removed).map(ours)
  const items = [
    ...bundle.highlights
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, anchor, noteId, madeAt }) => ({
        ...head(id, 'highlighting', madeAt),
        ...(noteId === null ? {} : { 'dateline:note': urn(noteId) }),
        target: target(anchor),
      })),
    ...bundle.codings.flatMap((coding) => {
      const code = codes.get(coding.codeId)
      if (coding.removed || !code || code.removed) return []
      const comment = coding.memo === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: coding.memo }]
      const tag = {
        type: 'TextualBody',
        purpose: 'tagging',
        value: codePath(bundle.codes, code.id),
        'dateline:code': ours(code),
      }
      return [{ ...head(coding.id, 'tagging', null), body: [tag, ...comment], target: target(coding.anchor) }]
    }),
    ...bundle.notes.flatMap((note) => {
      const newest = note.versions.at(-1)
      if (!newest || note.removedAt !== null) return []
      const value = noteMarkdown(JSON.parse(newest.body), newest.citations)
      const tags = newest.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag }))
      return [
        {
          ...head(note.id, 'commenting', note.madeAt),
          modified: newest.savedAt,
          body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value }, ...tags],
          ...(newest.citations.length > 0 ? { target: newest.citations.map(({ anchor }) => target(anchor)) } : {}),
          'dateline:note': { ...newest, pinned: note.pinned },
        },
      ]
    }),
  ]
  const page = {
    '@context': CONTEXT,
    id: 'urn:dateline:casebook',
    type: 'AnnotationPage',
    'dateline:codes': present,
    items,
  }
  return { bytes: new TextEncoder().encode(`${JSON.stringify(page, null, 1)}\n`), left }
}

const urn = (id: string): string => `urn:dateline:${id}`
const head = (id: string, motivation: string, created: string | null) => ({
  id: urn(id),
  type: 'Annotation',
  motivation,
  ...(created === null ? {} : { created }),
})
const ours = ({ removed: _removed, ...code }: Code) => code

/** A passage as a SpecificResource: the file by its path, the text by position and quote (both selectors count UTF-16 units here). */
function target({ articleId, path, start, end, exact, prefix, suffix }: Anchor) {
  return {
    type: 'SpecificResource',
    source: path.split('/').map(encodeURIComponent).join('/'),
    sha256: articleId,
    selector: [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact, prefix, suffix },
    ],
  }
}
