/** What `dateline extract --json` found over many articles: collected, put into lines, and made into a small briefing. */

const SHOWN = { people: 12, quotes: 8, figures: 12 }
/** Most sentences of one kind in the briefing; each of its citations is verified afterwards. */
const IN_BRIEFING = 12
/** Characters of context kept before and after a cited passage. */
const CONTEXT = 32

/**
 * @typedef {object} Passage a place in one article
 * @property {string} path @property {string} sha256
 * @property {number} start @property {number} end UTF-16 offsets into the article's text
 * @property {string} exact @property {string} prefix @property {string} suffix
 */
/**
 * @typedef {object} Findings
 * @property {number} articles
 * @property {{ name: string, mentions: number, articles: number }[]} people most mentioned first
 * @property {number} undated articles that give no day of publication
 * @property {{ speaker: string, named: boolean, text: string, language: string | null, passages: Passage[] }[]} quotes direct ones whose source is known
 * @property {{ language: string | null, passage: Passage }[]} statements reported in other words; the passage is the whole sentence
 * @property {{ text: string, what: string | null, language: string | null, passage: Passage }[]} figures the passage is the whole sentence
 */

/** @param {any[]} articles `Extracted` records @returns {Findings} */
export function collectFindings(articles) {
  const people = new Map()
  const quotes = []
  const statements = []
  const figures = []
  const read = articles.filter(({ state }) => state === 'indexed' || state === 'partial')
  for (const article of read) {
    const { language = null } = article
    const sentenceAt = (start) => article.sentences.find((range) => range.start <= start && start < range.end)
    const names = new Map(article.entities.map(({ id, name }) => [id, name]))
    for (const { type, name, mentions } of article.entities) {
      if (type !== 'person') continue
      const known = people.get(name) ?? { name, mentions: 0, articles: 0 }
      people.set(name, { name, mentions: known.mentions + mentions.length, articles: known.articles + 1 })
    }
    for (const { kind, content, source } of article.attributions) {
      const speaker = names.get(source.entityId) ?? source.text
      if (speaker === null) continue
      const sentence = kind === 'indirect' ? sentenceAt(content[0].start) : undefined
      if (sentence !== undefined) statements.push({ language, passage: passage(article, sentence) })
      if (kind !== 'direct') continue
      quotes.push({
        speaker,
        named: names.has(source.entityId),
        language,
        text: content.map(({ text }) => text).join(' … '),
        passages: content.map((span) => passage(article, span)),
      })
    }
    for (const { start, text, what } of article.figures) {
      const sentence = sentenceAt(start)
      if (sentence !== undefined) figures.push({ text, what, language, passage: passage(article, sentence) })
    }
  }
  return {
    articles: articles.length,
    people: [...people.values()].sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1)),
    undated: read.filter(({ date }) => !date).length,
    quotes,
    statements,
    figures,
  }
}

/** @param {Findings} findings @returns {string[]} lines for a person */
export function describeFindings({ people, quotes, figures }) {
  return [
    `\nPeople: ${people.length}`,
    ...people
      .slice(0, SHOWN.people)
      .map(
        ({ name, mentions, articles }) => `  ${name} (${count(mentions, 'mention')} in ${count(articles, 'article')})`,
      ),
    `\nQuotes with a known speaker: ${quotes.length}`,
    ...spread(quotes, SHOWN.quotes).map(({ speaker, text }) => `  ${speaker}: “${shorten(text, 110)}”`),
    `\nFigures: ${figures.length}`,
    ...spread(figures, SHOWN.figures).map(
      ({ text, what, passage }) => `  ${text}${what === null ? '' : ` (${what})`} in ${passage.path}`,
    ),
  ]
}

/** @param {any} conflict a `Conflict` record @returns {string} one line */
export function describeConflict({ kind, key, sides }) {
  const about = [key.subject, key.what, key.period].filter(Boolean).join(', ') || 'the same matter'
  const values = sides.map(({ evidence }) =>
    evidence[0] === undefined ? '?' : `${evidence[0].text} (${evidence[0].path})`,
  )
  return `${kind}: ${about}: ${values.join(' against ')}`
}

/**
 * A briefing of quotes, reported statements and figures, each word for word and with its citation, and of what such a first look leaves open.
 * @param {Findings} findings @param {string} name of the folder @param {object[]} [disagreements] sentences of `disagreementsIn`
 * @returns {object} a `BriefDefinition`
 */
export function briefingFrom({ articles, undated, quotes, statements, figures }, name, disagreements = []) {
  const verbatim = (type) => (passage) => ({ type, text: passage.exact, citations: [passage] })
  const passages = (found) => spreadOverLanguages(uniqueBySentence(found), IN_BRIEFING).map((one) => one.passage)
  const counted = new Set(figures.map(({ passage }) => placeOf(passage)))
  const flat = statements.filter(
    ({ passage }) => !counted.has(placeOf(passage)) && !QUOTED.test(passage.exact) && !LEANING.test(passage.exact),
  )
  const named = quotes.filter(({ named, text }, i) => named && quotes.findIndex((other) => other.text === text) === i)
  const sections = [
    {
      heading: 'Who said what',
      sentences: spreadOverLanguages(named, IN_BRIEFING).map(({ speaker, text, passages: cited }) => ({
        type: 'quote',
        text: `${speaker}: “${text}”`,
        citations: cited,
      })),
    },
    { heading: 'What was reported', sentences: passages(flat).map(verbatim('fact')) },
    { heading: 'Figures as reported', sentences: passages(figures).map(verbatim('figure')) },
    { heading: 'What the articles do not agree on', sentences: disagreements },
  ].filter(({ sentences }) => sentences.length > 0)
  if (sections.length > 0) sections.push(openPoints(articles, undated))
  return { title: `First look at ${name}`, sections }
}

/**
 * One sentence for each conflict, with a passage of every side: who reads one of them elsewhere in the briefing finds the others here.
 * @param {object[]} conflicts `Conflict`s @param {object[]} extracted `Extracted` values of the same folder @returns {object[]}
 */
export function disagreementsIn(conflicts, extracted) {
  const byPath = new Map(extracted.map((article) => [article.path, article]))
  return conflicts.flatMap(({ sides }) => {
    const told = sides.flatMap(({ evidence: [first] }) => {
      const article = first && byPath.get(first.path)
      return article ? [passage(article, first)] : []
    })
    if (told.length < 2) return []
    const words = told.map(({ exact, path }) => `“${exact.replace(/\s+/gu, ' ').replaceAll(/[“”"]/gu, '’')}” (${path})`)
    return [{ type: 'gap', text: `It is open what holds: ${words.join(', ')}.`, citations: told }]
  })
}

/** What the program did not look into is said, so that nobody takes a list of passages for an assessment. */
function openPoints(articles, undated) {
  const sentences = [
    { type: 'assumption', text: `The ${count(articles, 'article')} of the folder say what their outlets published.` },
    { type: 'gap', text: 'Which of the articles copy one another, and so count as one source, was not looked into.' },
  ]
  if (undated > 0) {
    const give = undated === 1 ? 'gives' : 'give'
    sentences.push({ type: 'gap', text: `${count(undated, 'article')} ${give} no day of publication.` })
  }
  return { heading: 'What is open', sentences }
}

const QUOTED = /[“”"«»„「」]/u
/** Begins with a word whose meaning stands in the sentence before. */
const LEANING =
  /^(?:in (?:his|her|their) |he |she |it |its |they |their |his |her |this |that |these |those |all of )/iu

function passage({ path, sha256, text }, { start, end }) {
  return {
    path,
    sha256,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}

const placeOf = ({ path, start }) => `${path} ${start}`

function uniqueBySentence(found) {
  const seen = new Set()
  return found.filter(({ passage }) => {
    const key = placeOf(passage)
    return !seen.has(key) && seen.add(key)
  })
}

/** @returns {T[]} at most `count` items, taken evenly over the list, so that many articles have a word @template T @param {T[]} items @param {number} count */
function spread(items, count) {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)])
}

/** @returns {T[]} at most `count` items: one of each language first, then evenly over the list; in the list's order @template {{ language: string | null }} T @param {T[]} items @param {number} count */
function spreadOverLanguages(items, count) {
  const languages = [...new Set(items.map(({ language }) => language))].slice(0, count)
  const chosen = new Set(languages.map((language) => items.find((item) => item.language === language)))
  for (const item of spread(items, count)) if (chosen.size < count) chosen.add(item)
  return items.filter((item) => chosen.has(item))
}

function shorten(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
