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
 * @property {{ speaker: string, text: string, passages: Passage[] }[]} quotes direct ones whose source is known
 * @property {{ text: string, what: string | null, passage: Passage }[]} figures the passage is the whole sentence
 */

/** @param {any[]} articles `Extracted` records @returns {Findings} */
export function collectFindings(articles) {
  const people = new Map()
  const quotes = []
  const figures = []
  for (const article of articles.filter(({ state }) => state === 'indexed' || state === 'partial')) {
    const names = new Map(article.entities.map(({ id, name }) => [id, name]))
    for (const { type, name, mentions } of article.entities) {
      if (type !== 'person') continue
      const known = people.get(name) ?? { name, mentions: 0, articles: 0 }
      people.set(name, { name, mentions: known.mentions + mentions.length, articles: known.articles + 1 })
    }
    for (const { kind, content, source } of article.attributions) {
      const speaker = names.get(source.entityId) ?? source.text
      if (kind !== 'direct' || speaker === null) continue
      quotes.push({
        speaker,
        text: content.map(({ text }) => text).join(' … '),
        passages: content.map((span) => passage(article, span)),
      })
    }
    for (const { start, text, what } of article.figures) {
      const sentence = article.sentences.find((range) => range.start <= start && start < range.end)
      if (sentence !== undefined) figures.push({ text, what, passage: passage(article, sentence) })
    }
  }
  return {
    articles: articles.length,
    people: [...people.values()].sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1)),
    quotes,
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
 * A briefing of quotes and of sentences with figures, each word for word and with its citation.
 * @param {Findings} findings @param {string} name of the folder @returns {object} a `BriefDefinition`
 */
export function briefingFrom({ quotes, figures }, name) {
  const sections = [
    {
      heading: 'Who said what',
      sentences: spread(quotes, IN_BRIEFING).map(({ speaker, text, passages }) => ({
        type: 'quote',
        text: `${speaker}: “${text}”`,
        citations: passages,
      })),
    },
    {
      heading: 'Figures as reported',
      sentences: spread(uniqueBySentence(figures), IN_BRIEFING).map(({ passage }) => ({
        type: 'figure',
        text: passage.exact,
        citations: [passage],
      })),
    },
  ]
  return { title: `First look at ${name}`, sections: sections.filter(({ sentences }) => sentences.length > 0) }
}

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

function uniqueBySentence(figures) {
  const seen = new Set()
  return figures.filter(({ passage }) => {
    const key = `${passage.path} ${passage.start}`
    return !seen.has(key) && seen.add(key)
  })
}

/** @returns {T[]} at most `count` items, taken evenly over the list, so that many articles have a word @template T @param {T[]} items @param {number} count */
function spread(items, count) {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)])
}

function shorten(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
