import { z } from 'zod'
import { AnchorSchema, CasebookId } from '../../../contract/casebook'
import { CodeSchema, CodingSchema } from '../../../contract/codes'
import { GivenGradeSchema } from '../../../contract/grades'
import { allCodes, allCodings } from '../../../sql/casebook/codebook'
import { decisions } from '../../../sql/casebook/decisions'
import { allBriefingRevisions, allHighlights } from '../../../sql/casebook/exchange'
import { allGrades } from '../../../sql/casebook/grades'
import { noteHeads, noteRevision, revisionsOf, type NoteHead } from '../../../sql/casebook/notes'
import { citedArticles } from '../../../sql/casebook/cited-articles'
import type { CasebookReader } from '../../../sql/handle'
import { keptText } from '../kept-texts'

const Text = z.string()
const Time = z.string().max(40)
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Citation = z.object({ id: CasebookId, anchor: AnchorSchema })

const NoteVersionSchema = z.object({
  revision: z.number().int().min(1),
  title: Text,
  /** ProseMirror JSON as text. */
  body: Text,
  preview: Text,
  sha256: Hash,
  savedAt: Time,
  citations: z.array(Citation),
  tags: z.array(Text),
})
const BundledNoteSchema = z.object({
  id: CasebookId,
  pinned: z.boolean(),
  madeAt: Time,
  copyOf: CasebookId.nullable(),
  removedAt: Time.nullable(),
  /** Oldest first, at least one. */
  versions: z.array(NoteVersionSchema).min(1),
})
const BriefingVersionSchema = z.object({
  id: CasebookId,
  revision: z.number().int().min(1),
  title: Text,
  marking: Text,
  author: Text,
  sections: Text,
  sentences: z.number().int(),
  citations: z.number().int(),
  sha256: Hash,
  savedAt: Time,
  removedAt: Time.nullable(),
})

/** The analyst's work as data: what every format is written from and read into. */
export const BundleSchema = z.object({
  notes: z.array(BundledNoteSchema),
  highlights: z.array(Citation.extend({ noteId: CasebookId.nullable(), madeAt: Time, removedAt: Time.nullable() })),
  codes: z.array(CodeSchema),
  codings: z.array(CodingSchema),
  grades: z.array(GivenGradeSchema),
  briefings: z.array(BriefingVersionSchema),
  decisions: z.array(z.object({ id: Text, kind: Text, payload: Text, madeAt: Time })),
  texts: z.array(
    z.object({
      id: Hash,
      path: Text,
      title: Text.nullable(),
      date: Text.nullable(),
      agency: Text.nullable(),
      keptAt: Time,
      text: Text,
    }),
  ),
})
export type Bundle = z.infer<typeof BundleSchema>
export type BundledNote = Bundle['notes'][number]
export type NoteVersion = BundledNote['versions'][number]

export const emptyBundle = (): Bundle => ({
  notes: [],
  highlights: [],
  codes: [],
  codings: [],
  grades: [],
  briefings: [],
  decisions: [],
  texts: [],
})

/** Everything in the casebook, what is in the bin too; in a fixed order, so that equal casebooks give equal bundles. */
export function readBundle(casebook: CasebookReader): Bundle {
  const heads = [...noteHeads(casebook, 'kept'), ...noteHeads(casebook, 'removed')].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  return {
    notes: heads.map((head) => bundledNote(casebook, head)),
    highlights: allHighlights(casebook),
    codes: allCodes(casebook),
    codings: allCodings(casebook),
    grades: allGrades(casebook),
    briefings: allBriefingRevisions(casebook),
    decisions: decisions(casebook).map(({ id, kind, payload, madeAt }) => ({ id, kind, payload, madeAt })),
    texts: [...citedArticles(casebook)].sort().flatMap((id) => keptText(casebook, id) ?? []),
  }
}

function bundledNote(casebook: CasebookReader, { id, pinned, madeAt, copyOf, removedAt }: NoteHead): BundledNote {
  const versions = revisionsOf(casebook, id)
    .reverse()
    .flatMap(({ revision }) => {
      const version = noteRevision(casebook, id, revision)
      if (!version) return []
      const { id: _id, ...rest } = version
      return [rest]
    })
  return { id, pinned, madeAt, copyOf, removedAt, versions }
}
