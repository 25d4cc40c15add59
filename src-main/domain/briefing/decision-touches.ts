import { articleOf, placeOf, type DecisionContent, type RawName } from '../decisions/decision'
import { fold } from '../text/normalise'
import type { BriefingSentence } from './types'

/**
 * Whether a correction speaks of something a sentence rests on: a place within a cited passage, or a name that stands in the sentence
 * or in a passage of it. The taking back of a correction touches what that one touched.
 * @param contents every correction by its id
 */
export function touches(
  content: DecisionContent,
  sentence: BriefingSentence,
  contents: ReadonlyMap<string, DecisionContent>,
): boolean {
  if (content.kind === 'revert') {
    const reverted = contents.get(content.decision)
    return reverted !== undefined && touches(reverted, sentence, contents)
  }
  const place = placeOf(content)
  if (place)
    return sentence.citations.some(
      ({ article, passage }) =>
        passage !== null &&
        (article?.sha256 === place.articleId || article?.path === place.path) &&
        place.start < passage.end &&
        passage.start < place.end,
    )
  const article = articleOf(content)
  const cited = sentence.citations.filter(
    (citation) =>
      article === null || citation.article?.sha256 === article.articleId || citation.article?.path === article.path,
  )
  if (article !== null && cited.length === 0) return false
  const words = fold([sentence.text, ...cited.map(({ passage }) => passage?.text ?? '')].join('\n'))
  return namesIn(content).some((name) => hasWord(words, name))
}

/** The folded names a correction is about; of a person the last word alone, by which articles go on naming them. */
function namesIn(content: Exclude<DecisionContent, { kind: 'revert' }>): string[] {
  const raw = (names: readonly RawName[]) =>
    names.map((name) => {
      const bare = name.slice(name.indexOf(':') + 1)
      return name.startsWith('person:') ? (bare.split(' ').at(-1) ?? bare) : bare
    })
  switch (content.kind) {
    case 'rename':
    case 'merge':
      return raw(content.names)
    case 'reject':
    case 'retype':
    case 'split':
      return 'names' in content.subject ? raw(content.subject.names) : []
    case 'add-everywhere':
      return [fold(content.words)]
    case 'gazetteer':
      return content.entries.flatMap(({ name, aliases }) => [name, ...aliases].map(fold))
    default:
      return []
  }
}

const LETTER = /[\p{L}\p{M}\p{N}]/u

function hasWord(text: string, word: string): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return true
  return false
}
