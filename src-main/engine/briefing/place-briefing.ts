import type { Citation } from '../../contract/casebook'
import type { Parsed } from '../../contract/channels'
import type { GradeInForce } from '../../domain/casebook/grading'
import type { BriefingCitation, BriefingDocument, CitedArticle, CitedPassage } from '../../domain/briefing/types'
import { makeAnchor } from '../../domain/evidence/anchor'
import type { AnchorStates } from '../casebook/anchor-states'
import type { ArticleSource, SourceArticle } from '../casebook/article-source'
import type { ArticleClaims, ClaimsOf } from './cited-claims'
import type { OnFile } from './told-on-file'

/** A briefing before its citations are placed. */
export type BriefingContent = Pick<Parsed<'briefing.save'>, 'title' | 'marking' | 'author' | 'sections'>

/** The analyst's grade of an article, null where there is none. */
export type GradeOf = (article: { id: string; agency: string | null }) => GradeInForce | null

export interface Placing {
  articles: ArticleSource
  states: AnchorStates
  claims: ClaimsOf
  onFile: OnFile
  grades: GradeOf
  signal?: AbortSignal
}

/** The briefing with every citation looked up in the articles as they are now. Reads each cited article's claims once. */
export async function placeBriefing(content: BriefingContent, placing: Placing): Promise<BriefingDocument> {
  const known = new Map<string, Promise<ArticleClaims | null>>()
  const claims: ClaimsOf = (id) => {
    const found = known.get(id) ?? placing.claims(id)
    known.set(id, found)
    return found
  }
  const sections: BriefingDocument['sections'][number][] = []
  for (const section of content.sections) {
    const sentences: BriefingDocument['sections'][number]['sentences'][number][] = []
    for (const sentence of section.sentences) {
      placing.signal?.throwIfAborted()
      const citations: BriefingCitation[] = []
      for (const citation of sentence.citations) citations.push(await placeCitation(citation, { ...placing, claims }))
      sentences.push({ ...sentence, citations })
    }
    sections.push({ id: section.id, heading: section.heading, sentences })
  }
  const { title, marking, author } = content
  return withOnFile({ title, marking, author, sections }, placing.onFile)
}

/** The document with what the folder has on file about the articles it cites. */
function withOnFile(document: BriefingDocument, onFile: OnFile): BriefingDocument {
  const cited = document.sections.flatMap(({ sentences }) =>
    sentences.flatMap(({ citations }) => citations.flatMap(({ article }) => (article ? [article.sha256] : []))),
  )
  const { conflicts, originOf } = onFile([...new Set(cited)])
  const sections = document.sections.map((section) => ({
    ...section,
    sentences: section.sentences.map((sentence) => ({
      ...sentence,
      citations: sentence.citations.map((citation) => ({
        ...citation,
        article: citation.article && { ...citation.article, origin: originOf(citation.article.path) },
      })),
    })),
  }))
  return { ...document, sections, conflicts }
}

async function placeCitation(
  { id, anchor }: Citation,
  { articles, states, claims, grades }: Pick<Placing, 'articles' | 'states' | 'claims' | 'grades'>,
): Promise<BriefingCitation> {
  const { state, changed, start, end, articleId } = states.place(anchor)
  const source = articleId === null ? null : articles.get(articleId)
  if (!source) return { id, anchor, state: 'lost', changed: false, article: null, passage: null, figures: [] }
  const known = await claims(source.id)
  const passage = start === null || end === null ? null : passageAt(source, start, end)
  const figures = passage
    ? (known?.figures ?? []).filter((figure) => figure.start >= passage.start && figure.end <= passage.end)
    : []
  return {
    id,
    anchor,
    state,
    changed,
    article: citedArticle(source, known, grades(source)),
    passage,
    figures: figures.map(({ text, value, unit }) => ({ text, value, unit })),
  }
}

function passageAt(source: SourceArticle, start: number, end: number): CitedPassage {
  const { exact, prefix, suffix, ...place } = makeAnchor(source.text, start, end, {
    articleId: source.id,
    path: source.path,
  })
  return { start: place.start, end: place.end, text: exact, prefix, suffix }
}

function citedArticle(source: SourceArticle, known: ArticleClaims | null, grade: GradeInForce | null): CitedArticle {
  const { id, path, title, date, agency, place, language, encoding } = source
  return {
    ...{ sha256: id, path, title, date, agency, place, language },
    ...(encoding ? { encoding } : {}),
    ...(grade ? { grade } : {}),
    ...(known ? { names: known.names } : {}),
  }
}
