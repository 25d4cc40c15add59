import type { ArticleView } from '@contract/article'
import type { EntityType, Figure } from '@domain/extract/types'
import type { Range } from '@domain/text/span'

/** An open article with the pane it stands in. */
export interface OpenArticle {
  paneKey: number
  letter: string
  view: ArticleView
}

interface Claim extends Range {
  paneKey: number
  letter: string
  articleId: string
  /** Number of the sentence it begins in, from 1; 0 where sentences are not known. */
  sentence: number
}

export interface QuoteLine extends Claim {
  words: string
  speaker: string | null
  speakerType: EntityType | null
  entityId: string | null
  cue: string | null
  kind: 'direct' | 'indirect' | 'mixed'
}

export interface FigureLine extends Claim {
  text: string
  /** What is counted, for whom and when, in one line. */
  about: string
}

/** The number of the sentence that holds an offset, from 1. */
export function sentenceNumber(sentences: readonly Range[], offset: number): number {
  return sentences.findIndex((sentence) => offset >= sentence.start && offset < sentence.end) + 1
}

/** The quotes of an open article in text order; the parts of one quote stand in one line, divided by an ellipsis. */
export function quotesOf({ paneKey, letter, view }: OpenArticle): QuoteLine[] {
  const { attributions = [], entities = [], sentences = [] } = view.extraction ?? {}
  return attributions.flatMap(({ content, source, cue, kind }) => {
    const first = content[0]
    const last = content[content.length - 1]
    if (!first || !last) return []
    const speaker = entities.find((entity) => entity.id === source.entityId)
    return {
      paneKey,
      letter,
      articleId: view.id,
      start: first.start,
      end: last.end,
      sentence: sentenceNumber(sentences, first.start),
      words: content.map((span) => span.text.replaceAll(/\s+/gu, ' ').trim()).join(' … '),
      speaker: speaker?.name ?? source.text,
      speakerType: speaker?.type ?? null,
      entityId: source.entityId,
      cue: cue?.text ?? null,
      kind,
    }
  })
}

function aboutFigure({ what, unit, subject, period, direction, base }: Figure): string {
  const change = direction ? `${direction}${base ? ` from ${base}` : ''}` : null
  const counted = what ?? (unit && !/percent/u.test(unit) ? unit : null)
  return [counted, change, subject, period].filter(Boolean).join(', ') || (unit ?? '')
}

/** The figures of an open article in text order. */
export function figuresOf({ paneKey, letter, view }: OpenArticle): FigureLine[] {
  const { figures = [], sentences = [] } = view.extraction ?? {}
  return figures.map((figure) => ({
    paneKey,
    letter,
    articleId: view.id,
    start: figure.start,
    end: figure.end,
    sentence: sentenceNumber(sentences, figure.start),
    text: figure.text.replaceAll(/\s+/gu, ' '),
    about: aboutFigure(figure as Figure),
  }))
}
