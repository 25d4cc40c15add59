import { z } from 'zod'
import { ArticleId } from './article'
import { AnchorSchema, AnchorStateSchema, CasebookId } from './casebook'

export const CodeSchema = z.object({
  id: CasebookId,
  parentId: CasebookId.nullable(),
  name: z.string().trim().min(1).max(300),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  definition: z.string().max(20_000),
  memo: z.string().max(100_000),
  position: z.number().int().min(0),
  removed: z.boolean(),
})
export const CodingSchema = z.object({
  id: CasebookId,
  codeId: CasebookId,
  anchor: AnchorSchema,
  memo: z.string().max(20_000),
  removed: z.boolean(),
})
export const CodebookChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: CodeSchema }),
  z.object({ kind: z.literal('coding'), coding: CodingSchema }),
])
export const CodebookApplySchema = z.object({
  /** What the change is called in the history. */
  label: z.string().max(500),
  changes: z.array(CodebookChangeSchema).min(1).max(50_000),
})

/** A coding as it stands in the folder now. */
export const CodingViewSchema = CodingSchema.omit({ removed: true }).extend({
  state: AnchorStateSchema,
  /** The article it stands in now, and where; null when it is lost or in several places. */
  articleId: ArticleId.nullable(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  label: z.string(),
  title: z.string().nullable(),
  date: z.string().nullable(),
})
export const CodeTablesSchema = z.object({
  articles: z.array(
    z.object({ id: ArticleId, path: z.string(), title: z.string().nullable(), date: z.string().nullable() }),
  ),
  cells: z.array(z.object({ codeId: CasebookId, articleId: ArticleId, count: z.number().int() })),
  together: z.array(z.object({ a: CasebookId, b: CasebookId, count: z.number().int() })),
})

export const CODE_CHANNELS = {
  /** Every code and every coding that is not in the bin. */
  'code.list': {
    input: z.null(),
    output: z.object({ codes: z.array(CodeSchema), codings: z.array(CodingSchema) }),
  },
  /** Makes codes and codings as given, all or none; answers with the change that undoes it. */
  'code.apply': { input: CodebookApplySchema, output: z.object({ inverse: z.array(CodebookChangeSchema) }) },
  /** What was changed in the codebook, newest first. */
  'code.history': {
    input: z.object({ limit: z.number().int().min(1).max(10_000).default(200) }),
    output: z.array(z.object({ id: CasebookId, label: z.string(), madeAt: z.string(), entries: z.number().int() })),
  },
  /** The codings of an article, in text order. */
  'code.inArticle': { input: z.object({ id: ArticleId }), output: z.array(CodingViewSchema) },
  /** The passages under a code, with those under the codes below it or without. */
  'code.passages': {
    input: z.object({ codeId: CasebookId, withChildren: z.boolean().default(true) }),
    output: z.array(CodingViewSchema),
  },
  /** Code × document counts, and codes on the same words. */
  'code.tables': { input: z.object({ withChildren: z.boolean().default(false) }), output: CodeTablesSchema },
} as const

export type CodingView = z.infer<typeof CodingViewSchema>
export type CodeTables = z.infer<typeof CodeTablesSchema>
