import { z } from 'zod'
import { SentenceTypeSchema } from '../../contract/briefing'
import { DatelineError } from '../../contract/errors'
import { makeAnchor, type Anchor } from '../../domain/evidence/anchor'
import { resolveAnchor } from '../../domain/evidence/resolve-anchor'
import type { ArticleSource } from '../casebook/article-source'
import type { BriefingContent } from './place-briefing'

const AnchorSchema = z.object({
  path: z.string().min(1).max(8192),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(200).optional(),
  suffix: z.string().max(200).optional(),
})

/** `BriefDefinition` of the machine interface. */
const DefinitionSchema = z.object({
  title: z.string().max(1000),
  template: z.string().optional(),
  marking: z.string().max(60).default(''),
  author: z.string().max(300).default(''),
  sections: z
    .array(
      z.object({
        heading: z.string().max(1000),
        sentences: z
          .array(
            z.object({
              type: SentenceTypeSchema,
              text: z.string().max(20_000),
              likelihood: z.string().nullish(),
              confidence: z.string().nullish(),
              citations: z.array(AnchorSchema).max(100).default([]),
            }),
          )
          .max(5000),
      }),
    )
    .max(500),
})

/**
 * A briefing written by hand or by a program. Ids come from the place in the definition, so that the same one always gives the same
 * briefing; anchors that give only their words are looked up. Throws `bad_request` that names the first field that does not fit.
 */
export function readDefinition(json: string, articles: ArticleSource): BriefingContent {
  const parsed = DefinitionSchema.safeParse(asJson(json))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
    throw new DatelineError(
      'bad_request',
      `This is no briefing definition${where}: ${issue?.message ?? 'it does not fit'}.`,
    )
  }
  const { title, marking, author, sections } = parsed.data
  let citation = 0
  return {
    title,
    marking,
    author,
    sections: sections.map(({ heading, sentences }, s) => ({
      id: `section-${s + 1}`,
      heading,
      sentences: sentences.map(({ type, text, likelihood = null, confidence = null, citations }, n) => ({
        id: `sentence-${s + 1}-${n + 1}`,
        type,
        text,
        likelihood,
        confidence,
        citations: citations.map((anchor) => ({ id: `citation-${++citation}`, anchor: wholeAnchor(anchor, articles) })),
      })),
    })),
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch (error) {
    throw new DatelineError(
      'bad_request',
      `The briefing definition is no JSON: ${error instanceof Error ? error.message : ''}`,
    )
  }
}

const UNKNOWN_FILE = '0'.repeat(64)

/**
 * Fills in what the definition left out, where the words can be found without a doubt. Otherwise it stays as it was given and the gate
 * says what became of it: a start that was not given is put behind the text, where nothing can stand by chance.
 */
function wholeAnchor(given: z.output<typeof AnchorSchema>, articles: ArticleSource): Anchor {
  const { sha256, exact, prefix = '', suffix = '' } = given
  const path = given.path.replaceAll('\\', '/').replace(/^\.\//u, '')
  const id = sha256 !== undefined && articles.has(sha256) ? sha256 : articles.idAt(path)
  const article = id === null ? null : articles.get(id)
  if (!article)
    return {
      articleId: sha256 ?? UNKNOWN_FILE,
      path,
      start: given.start ?? 0,
      end: (given.start ?? 0) + exact.length,
      exact,
      prefix,
      suffix,
    }
  const asked = { articleId: sha256 ?? null, start: given.start ?? null, exact, prefix, suffix }
  const found = resolveAnchor(asked, article.text, article.id)
  const isGiven =
    (sha256 === undefined || sha256 === article.id) && (given.start === undefined || given.start === found.start)
  if (isGiven && !found.changed && found.start !== null && found.end !== null) {
    return makeAnchor(article.text, found.start, found.end, { articleId: article.id, path: article.path })
  }
  const start = given.start ?? (found.changed ? null : found.start) ?? article.text.length
  return { articleId: sha256 ?? article.id, path, start, end: start + exact.length, exact, prefix, suffix }
}
