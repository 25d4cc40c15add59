import type { Grammar } from '../grammar/read-grammar'
import { WordClass } from '../grammar/word-class'
import type { Amount } from './amount'
import { isPersonNoun } from './people'

const DONE_TO_PEOPLE =
  /^(?:killed|dead|died|dying|injured|wounded|hurt|hospitali[sz]ed|arrested|detained|rescued|missing|evacuated|displaced|infected|tested|vaccinated|charged|convicted|sentenced|jailed|executed|abducted|kidnapped|drowned|recovered|trapped|stranded|deported|employed|fired|voted|attended|marched|survived|graduated|enrolled|shot|stabbed|beaten|killing|injuring|wounding|leaving|lives|casualties|perished|homeless|unemployed|hospitalised|suffocated|contracted|fled|protested|aged|evacuating|quarantined|diagnosed)$/
const TOLLS = /^(?:toll|tolls|deaths|casualties|fatalities|dead|killing|injuring|wounding|killed|fathered|injured)$/

/** Whether a bare number counts people, by the words around it: "at least 20 were killed", "killing three", "a death toll of 39". */
export function personsByContext(grammar: Grammar, amount: Amount): boolean {
  const { words, classes } = grammar
  const s = grammar.sentenceOf[amount.token]
  let at = amount.next
  for (let k = 0; k < 4 && grammar.sentenceOf[at] === s; k++, at++) {
    const word = words[at] ?? ''
    if (DONE_TO_PEOPLE.test(word) || word === 'who') return true
    if (word === 'of') return personsOf(grammar, at + 1)
    if (/^(?:confirmed|reported|believed|feared|presumed|affected|or|fewer|less|strong)$/.test(word)) {
      if (word === 'affected' || word === 'strong') return true
      continue
    }
    if (
      classes[at] === WordClass.noun &&
      isPersonNoun(word) &&
      (k < 2 || words[at - 1] === 'more' || words[at - 1] === 'fewer')
    )
      return true
    if (
      classes[at] !== WordClass.auxiliary &&
      classes[at] !== WordClass.adverb &&
      !/^(?:more|others|other|have|has|been|of|her|were|was|each|from)$/.test(word)
    )
      break
  }
  for (let t = amount.token - 1, k = 0; t >= 0 && k < 9 && grammar.sentenceOf[t] === s; t--, k++) {
    const word = words[t] ?? ''
    if (TOLLS.test(word) || word === 'population') return true
    if (k < 2 && classes[t] === WordClass.noun && isPersonNoun(word))
      return words[t + 1] === 'of' || words[t + 1] === ',' || words[t + 1] === '('
    if (k > 3 && (word === ',' || word === ';')) break
  }
  if (words[amount.token - 1] === 'the' && amount.value > 1 && classes[amount.next] === WordClass.auxiliary) return true
  return earlierInList(grammar, amount)
}

/** "two of Khan's victims", "149 of the survivors": the first noun behind "of" that is not a possessor. */
function personsOf(grammar: Grammar, at: number): boolean {
  const { words, classes } = grammar
  for (let t = at; t < at + 7; t++) {
    if (/^(?:them|those|us|whom)$/.test(words[t] ?? '')) return true
    if (classes[t] === WordClass.noun && classes[t + 1] !== WordClass.noun && !/^['’]s?$/.test(words[t + 1] ?? ''))
      return isPersonNoun(words[t] ?? '')
    if (classes[t] === WordClass.verb || classes[t] === WordClass.mark) return false
  }
  return false
}

/** "235 Democrats and 199", "90 civilians were wounded, as were seventeen": the noun counted a few words before. */
function earlierInList(grammar: Grammar, amount: Amount): boolean {
  const { words, classes } = grammar
  const s = grammar.sentenceOf[amount.token]
  for (let t = amount.token - 1, k = 0; t > 0 && k < 12 && grammar.sentenceOf[t] === s; t--, k++) {
    if (classes[t] === WordClass.noun && classes[t - 1] === WordClass.numeral) return isPersonNoun(words[t] ?? '')
  }
  return false
}
