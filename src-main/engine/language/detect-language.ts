/** Frequent short words of languages written in Latin letters, folded only in case; a word may stand for several. */
const FUNCTION_WORDS: Record<string, string> = {
  en: 'the of and to in is that for was on with he by at said from his has it as an were which have this will not they',
  fr: 'le la les des et du une dans est que pour qui sur pas au par avec plus ce il sont aux cette mais été ont selon',
  de: 'der die und das den von mit ist nicht ein eine des dem sich auf für im zu auch als es wird nach wurde bei sind',
  es: 'el los de la las que y en un una por con para del se su al lo como más pero sus fue este ha según entre',
  it: 'il di che la e per un una del della in è con non sono dei si nel alla da le gli anche più dal delle ha',
  pt: 'o os de da do que e em um uma para com não por na no as dos mais foi ao se como das são pelo também',
  nl: 'de het een van en in is dat op te voor met zijn niet aan er ook door bij naar werd heeft uit als worden om',
  sv: 'och att det som en av är för på med den till inte har de ett om var från han vid sig men',
  pl: 'w i na z się nie że do to jest o jak po za od przez przy dla oraz są który także ale był już',
  tr: 've bir bu için da de ile olarak olan daha çok en ancak olduğunu dedi sonra kadar gibi ise göre',
  id: 'yang di dan untuk dari dengan ini pada itu tidak dalam akan ke oleh juga kata telah adalah mereka bahwa',
  ro: 'și în de la a din cu pe pentru că care au este nu fost mai să un o prin',
  cs: 'a se v na je že s z do o to pro za by podle jako který byl ale jsou po také',
  vi: 'và của là có các trong cho được không với một những này đã người khi năm',
}
const LATIN_WORDS = new Map<string, string[]>()
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of words.split(' ')) LATIN_WORDS.set(word, [...(LATIN_WORDS.get(word) ?? []), language])
}

/** Scripts that one language (nearly) alone is written in. */
const SCRIPTS: readonly [script: RegExp, language: string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
]
const SAMPLE = 600

/**
 * The language of a text by its script and, among languages that share one, by letters and frequent words; ISO 639-1, null
 * where there is not enough to tell. Takes microseconds, so that every article has one before it is analysed.
 */
export function detectLanguage(text: string): string | null {
  if (isPlainEnglish(text.slice(0, 400))) return 'en'
  const middle = text.length > 3 * SAMPLE ? Math.floor(text.length / 4) : 0
  const sample = text.slice(middle, middle + SAMPLE)
  if (/^[\0-\x7f]*$/.test(sample)) return byFunctionWords(sample)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 8) return null
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / letters
  for (const [script, language] of SCRIPTS) if (share(script) > (language === 'ja' ? 0.1 : 0.3)) return language
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return cyrillic(sample)
  if (share(/\p{Script=Arabic}/gu) > 0.4) return arabic(sample)
  return byFunctionWords(sample)
}

/** Words that English newswire is full of and no other language in plain Latin letters has. */
function isPlainEnglish(sample: string): boolean {
  return (sample.match(/ (?:the|of|and|that|was|with|said) /g)?.length ?? 0) >= 3
}

function cyrillic(sample: string): string {
  if (/[әғқңөұүһ]/iu.test(sample)) return 'kk'
  if (/[їєґ]/iu.test(sample)) return 'uk'
  if (/[ўў]/iu.test(sample)) return 'be'
  if (/[ђћџљњ]/iu.test(sample)) return 'sr'
  return /[ыэё]/iu.test(sample) ? 'ru' : 'bg'
}

function arabic(sample: string): string {
  if (/[ٹڈڑےں]/u.test(sample)) return 'ur'
  return /[پچژگی]/u.test(sample) ? 'fa' : 'ar'
}

/** Enough function words, and clearly more of one language than of the next. */
function byFunctionWords(sample: string): string | null {
  const counts = new Map<string, number>()
  let words = 0
  for (const match of sample.toLowerCase().matchAll(/\p{L}+/gu)) {
    words++
    for (const language of LATIN_WORDS.get(match[0]) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < 3 || best[1] < 0.06 * words) return null
  return best[1] > 1.25 * (second?.[1] ?? 0) ? best[0] : null
}
