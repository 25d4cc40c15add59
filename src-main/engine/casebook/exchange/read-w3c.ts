import { z } from 'zod'
import { CasebookId } from '../../../contract/casebook'
import { CodeSchema } from '../../../contract/codes'
import { DatelineError } from '../../../contract/errors'
import { type Code, nextColour } from '../../../domain/casebook/codebook'
import type { Anchor } from '../../../domain/evidence/anchor'
import { cleanTags } from '../../../domain/evidence/note-tags'
import { BundleSchema, emptyBundle, type Bundle } from './bundle'
import { derivedId } from './derived-id'
import { paragraphs, plainNote } from './plain-note'
import { bodiesOf, placeTarget, targetsOf, type PlacePassage } from './w3c-parts'

const AnnotationSchema = z.looseObject({ id: z.string().optional(), created: z.string().max(40).optional() })
const OurNoteSchema = BundleSchema.shape.notes.element.shape.versions.element.extend({ pinned: z.boolean() })

/**
 * Reads W3C Web Annotations: one, a list, a page or a collection with its first page inside. Those of Dateline come back as they were;
 * of others, a comment becomes a note with its passages cited, a tag a code, a bare selection a highlight. `left` says what could not
 * be placed. Throws `bad_request` for JSON that holds none.
 */
export function readW3c(json: unknown, place: PlacePassage, now: string): { bundle: Bundle; left: string[] } {
  const items = itemsOf(json)
  // A page of ours is one without annotations too: its codebook, or nothing yet, is what it carries.
  if (items.length === 0 && !isOurPage(json))
    throw new DatelineError('bad_request', 'This file holds no web annotations.')
  const bundle = { ...emptyBundle(), codes: ownCodes(json) }
  const left: string[] = []
  for (const item of items) {
    const annotation = AnnotationSchema.safeParse(item)
    if (!annotation.success) {
      left.push('An annotation without the form of one was left out.')
      continue
    }
    take(annotation.data, bundle, { left, place, now })
  }
  return { bundle, left }
}

function itemsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json
  const { type, items, first } = (json ?? {}) as { type?: unknown; items?: unknown; first?: unknown }
  if (Array.isArray(items)) return items
  if (typeof first === 'object' && first !== null) return itemsOf(first)
  return type === 'Annotation' || (Array.isArray(type) && type.includes('Annotation')) ? [json] : []
}

function isOurPage(json: unknown): boolean {
  return Array.isArray((json as Record<string, unknown> | null)?.['dateline:codes'])
}

/** The whole codebook, as a page of ours carries it. */
function ownCodes(json: unknown): Code[] {
  const given = (json as Record<string, unknown> | null)?.['dateline:codes']
  const codes = z.array(CodeSchema.omit({ removed: true })).safeParse(given)
  return codes.success ? codes.data.map((code) => ({ ...code, removed: false })) : []
}

interface Taking {
  left: string[]
  place: PlacePassage
  now: string
}

function take(annotation: z.infer<typeof AnnotationSchema>, bundle: Bundle, { left, place, now }: Taking): void {
  const id = idOf(annotation.id, annotation)
  const madeAt = annotation.created ?? now
  const anchors: Anchor[] = []
  for (const target of targetsOf(annotation['target'])) {
    const placed = placeTarget(target, place)
    if (typeof placed === 'string') left.push(placed)
    else anchors.push(placed)
  }
  const bodies = bodiesOf(annotation['body'], annotation['bodyValue'])
  const tags = bodies.filter(({ purpose }) => purpose === 'tagging')
  const comments = bodies.filter(({ purpose }) => purpose !== 'tagging')
  const exactly = OurNoteSchema.safeParse(annotation['dateline:note'])
  if (exactly.success) {
    const { pinned, ...version } = exactly.data
    bundle.notes.push({ id, pinned, madeAt, copyOf: null, removedAt: null, versions: [{ ...version, revision: 1 }] })
    return
  }
  const isTagging = annotation['motivation'] === 'tagging' || (tags.length > 0 && comments.length === 0)
  if (isTagging) {
    const memo = comments.map(({ value }) => value).join('\n')
    tags.forEach((tag, i) => {
      const codeId = codeOf(tag.code, tag.value, bundle)
      anchors.forEach((anchor, k) => {
        const codingId = i === 0 && k === 0 ? id : derivedId(id, String(i), String(k))
        bundle.codings.push({ id: codingId, codeId, anchor, memo, removed: false })
      })
    })
  } else if (comments.length > 0) {
    const text = comments.map(({ value }) => value).join('\n\n')
    const citations = anchors.map((anchor, i) => ({ id: derivedId('citation', id, String(i)), anchor }))
    const title =
      paragraphs(text)[0]
        ?.replace(/^#+\s*/u, '')
        .slice(0, 80) ?? ''
    bundle.notes.push(
      plainNote({
        id,
        title,
        paragraphs: paragraphs(text),
        citations,
        tags: cleanTags(tags.map(({ value }) => value)),
        madeAt,
      }),
    )
  } else {
    const note = annotation['dateline:note']
    const noteId = typeof note === 'string' ? note.replace(/^urn:dateline:/u, '') : null
    anchors.forEach((anchor, i) => {
      const highlightId = i === 0 ? id : derivedId(id, String(i))
      bundle.highlights.push({ id: highlightId, anchor, noteId, madeAt, removedAt: null })
    })
  }
}

/** Ours carry their own id; of others the IRI, or else the whole content, makes one. */
function idOf(iri: string | undefined, content: unknown): string {
  const own = /^urn:(?:dateline|uuid):(.+)$/.exec(iri ?? '')?.[1] ?? ''
  return CasebookId.safeParse(own).success ? own : derivedId('annotation', iri ?? JSON.stringify(content))
}

/** The code of a tag: ours as it was, another's by its words, with "A › B" or "A/B" as a path. */
function codeOf(given: unknown, value: string, bundle: Bundle): string {
  const exactly = CodeSchema.omit({ removed: true }).safeParse(given)
  if (exactly.success) {
    const known = bundle.codes.some(({ id }) => id === exactly.data.id)
    if (!known) bundle.codes.push({ ...exactly.data, removed: false })
    return exactly.data.id
  }
  let parentId: string | null = null
  const path: string[] = []
  for (const name of value.split(/\s*[›/]\s*/u).filter((part) => part !== '')) {
    path.push(name)
    const id = derivedId('tag', ...path)
    if (!bundle.codes.some((code) => code.id === id)) bundle.codes.push(newCode(id, parentId, name, bundle))
    parentId = id
  }
  return parentId ?? codeOf(null, 'Untitled', bundle)
}

const newCode = (id: string, parentId: string | null, name: string, { codes }: Bundle): Code => ({
  id,
  parentId,
  name: name.slice(0, 300),
  colour: nextColour(codes),
  definition: '',
  memo: '',
  position: codes.filter((code) => code.parentId === parentId).length,
  removed: false,
})
