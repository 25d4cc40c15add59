import type { BriefingSentence } from '../types'
import { outsideQuotes } from './outside-quotes'
import type { Hit } from './rule'

const HEDGES =
  /\b(?:could|may|might|reportedly|allegedly|apparently|supposedly|purportedly|presumably|possibly|perhaps|seemingly|conceivably|cannot be ruled out|(?:it|there) (?:seems|appears)|(?:is|are|was|were) (?:said|believed|thought|understood|feared|rumou?red|suspected) to)\b/g
const ADVERBS =
  /\b(?:clearly|obviously|undoubtedly|unquestionably|indisputably|evidently|certainly|surely|shockingly|alarmingly|disturbingly|worryingly|unfortunately|fortunately|sadly|tragically|regrettably|hopefully|ironically|remarkably|surprisingly|unsurprisingly|astonishingly|incredibly|outrageously|brazenly|blatantly|cynically|ruthlessly|brutally|cowardly|recklessly|shamelessly|notoriously|merely|massively|hugely|dramatically|drastically|absolutely|utterly|literally|needless to say|of course)\b/gi
const PASSIVES =
  /\b(?:it (?:is|was|has been|had been) (?:widely )?(?:reported|announced|claimed|alleged|said|stated|believed|thought|assumed|understood|feared|expected|confirmed|revealed|suggested|noted|known)|(?:is|are|was|were) (?:widely )?(?:reported|claimed|alleged|rumou?red) (?:to|that)|(?:has|have|had) been (?:reported|claimed|alleged|announced))\b/gi
/** An agent named close behind: "was announced by the port", "according to Reuters". */
const AGENT = /^.{0,60}?\b(?:by|according to)\s/iu

const DATE_WORDS =
  /(?<!\d)(?:1[89]|20)\d\d(?!\d)|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|(?:this|last|next) (?:week|month|year|quarter|season|morning|evening|night))\b|\b(?:in|on|by|since|until|before|after|of|\d{1,2}) May\b|\bMay \d{1,2}\b|\d\s*[年月日]|[今昨明][天日年]|\d\s*(?:январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)|вчера|сегодня|завтра|бүгін|кеше|(?:يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)|أمس|اليوم|[٠-٩]{4}/iu

/** What is English in these rules looks only at the analyst's own words; quotations are not his. */
export function tradecraftRules(sentence: BriefingSentence): Hit[] {
  const own = outsideQuotes(sentence.text)
  const hits: Hit[] = []
  if (sentence.type !== 'gap' && sentence.type !== 'assumption') {
    hits.push(
      ...marked(own, HEDGES, (word) => ({
        rule: 'hedge',
        message: `“${word}” leaves open how likely it is. Use a word of the likelihood scale, or say who doubts it.`,
      })),
    )
  }
  hits.push(
    ...marked(own, ADVERBS, (word) => ({
      rule: 'loaded-adverb',
      message: `“${word}” judges instead of saying. Take it out, or give the reason.`,
    })),
    ...marked(own, PASSIVES, (word) => ({
      rule: 'passive-without-agent',
      message: `“${word}”: by whom? Name who said, reported or believes it.`,
    })).filter(({ end = 0 }) => !AGENT.test(own.slice(end))),
  )
  return [...hits, ...undated(sentence)]
}

function marked(text: string, pattern: RegExp, say: (word: string) => Pick<Hit, 'rule' | 'message'>): Hit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    ...say(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** A claim without a date in its words, all of whose sources are known and have none either. */
function undated({ type, text, citations }: BriefingSentence): Hit[] {
  if ((type !== 'fact' && type !== 'figure') || citations.length === 0 || DATE_WORDS.test(text)) return []
  if (!citations.every(({ article }) => article !== null && article.date === null)) return []
  return [{ rule: 'undated', message: 'Neither the sentence nor its sources say when. Give a date.' }]
}
