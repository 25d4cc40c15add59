import type { Document } from '../document'
import type { ArticleHeader, Attribution, Entity, Figure } from '../types'
import { ARABIC } from './arabic'
import { CHINESE } from './chinese'
import { figuresByRules } from './figures-by-rules'
import { FRENCH } from './french'
import { KAZAKH } from './kazakh'
import type { LanguageLexicon } from './language-lexicon'
import { namesByCapitals } from './names-by-capitals'
import { quotesByMarks } from './quotes-by-marks'
import { RUSSIAN } from './russian'
import { SPANISH } from './spanish'

const LEXICONS: ReadonlyMap<string, LanguageLexicon> = new Map(
  [RUSSIAN, KAZAKH, FRENCH, SPANISH, ARABIC, CHINESE].map((lexicon) => [lexicon.language, lexicon]),
)

/** Names, quotes and figures of a text in one of the languages read by rules; null for any other language. */
export function extractByRules(
  doc: Document,
  header: ArticleHeader,
): { entities: Entity[]; attributions: Attribution[]; figures: Figure[] } | null {
  const lexicon = LEXICONS.get(doc.language ?? '')
  if (!lexicon) return null
  const entities = lexicon.names ? namesByCapitals(doc, lexicon.names, header) : []
  return {
    entities,
    attributions: quotesByMarks(doc, lexicon, entities, header.bodyStart),
    figures: figuresByRules(doc.text, lexicon, header.bodyStart),
  }
}
