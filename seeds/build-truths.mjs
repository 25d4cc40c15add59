// Makes seeds/truths.json from the hand-written seeds/truths.source/*.json: finds every quoted string in its article, so that
// offsets are never typed by hand and a truth that no longer matches its file stops the build.
//   node seeds/build-truths.mjs            writes truths.json
//   node seeds/build-truths.mjs --check    exit 1 when truths.json is not what the sources give
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const entityNames = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  copy: '©',
  middot: '·',
}
const problems = []

const sources = readdirSync(path.join(here, 'truths.source'))
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(path.join(here, 'truths.source', name), 'utf8')))
const articles = new Map()
for (const article of sources.flatMap((source) => source.articles)) {
  if (articles.has(article.id)) problems.push(`${article.id}: two articles with this id`)
  articles.set(article.id, article)
}

/** The words of a saved page as a reader sees them, on one line: only good for asking whether a string is there. */
function wordsOfPage(html) {
  return html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:a|b|i|em|span|small)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => entityNames[name] ?? whole)
    .replace(/\s+/g, ' ')
}

const texts = new Map()
function load(article) {
  if (texts.has(article.id)) return texts.get(article.id)
  const bytes = readFileSync(path.join(here, article.path))
  const encoding = article.encoding ?? 'utf-8'
  const file = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  const plain = article.path.endsWith('.txt')
  const loaded = {
    plain,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding,
    file,
    text: plain ? file : article.path.endsWith('.html') ? wordsOfPage(file) : file,
  }
  texts.set(article.id, loaded)
  return loaded
}

/** Every place where `wanted` stands as whole words; scripts without spaces match anywhere. */
function placesOf(text, wanted) {
  const found = []
  const joins = (left, right) =>
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(left) &&
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(right)
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (at > 0 && joins(text[at - 1], text[at])) continue
    if (end < text.length && joins(text[end - 1], text[end])) continue
    found.push(at)
  }
  return found
}

/** `{ text }`, with offsets for plain text files; `wanted` is a string or [string, n-th occurrence from 1]. */
function locate(article, wanted, where, mustBeUnique = true) {
  const [string, nth] = Array.isArray(wanted) ? wanted : [wanted, undefined]
  const { text, plain } = load(article)
  const places = placesOf(text, string)
  if (places.length === 0) problems.push(`${article.path}: ${where}: not in the file: ${string}`)
  else if (nth === undefined && mustBeUnique && plain && places.length > 1)
    problems.push(`${article.path}: ${where}: ${places.length} occurrences, say which: ${string}`)
  else if (nth !== undefined && places.length < nth)
    problems.push(`${article.path}: ${where}: no occurrence ${nth}: ${string}`)
  if (!plain || places.length === 0) return { text: string }
  const start = places[(nth ?? 1) - 1]
  return { start, end: start + string.length, text: string }
}

function occurs(article, string, where) {
  if (placesOf(load(article).text, string).length === 0)
    problems.push(`${article.path}: ${where}: not in the file: ${string}`)
  return string
}

function buildArticle(given) {
  const article = given.sameAs ? { ...articles.get(given.sameAs), id: given.id, path: given.path } : given
  const { sha256, encoding, file } = load(article)
  const [date, dateDerivedFrom, place, agency, title] = article.header
  if (title !== null && !file.includes(title)) problems.push(`${article.path}: title not in the file: ${title}`)
  const names = new Set(article.entities.map((entity) => entity[1]))
  return {
    id: article.id,
    path: article.path,
    sha256,
    encoding,
    language: article.language,
    ...(given.sameAs ? { sameBytesAs: articles.get(given.sameAs).path } : {}),
    header: {
      date,
      time: article.time ?? null,
      dateDerivedFrom,
      yearFrom: article.yearFrom ?? null,
      place,
      agency,
      title,
    },
    entities: article.entities.map(([type, name, aliases, roles, as]) => ({
      type,
      name: occurs(article, name, 'entity'),
      as: as ?? name,
      aliases: aliases.map((alias) => occurs(article, alias, 'alias')),
      roles: roles.map((role) => occurs(article, role, 'role')),
    })),
    quotes: article.quotes.map(([kind, speaker, source, cue, content]) => {
      if (speaker !== null && !names.has(speaker)) problems.push(`${article.path}: speaker is no entity: ${speaker}`)
      if (source !== null) occurs(article, source, 'source')
      if (cue !== null) occurs({ ...article }, cue, 'cue')
      return { kind, speaker, source, cue, content: content.map((part) => locate(article, part, 'quote')) }
    }),
    figures: article.figures.map(([wanted, value, unit, what, subject, period, nth]) => ({
      ...locate(article, nth === undefined ? wanted : [wanted, nth], 'figure'),
      value: Array.isArray(value) ? value[0] : value,
      ...(Array.isArray(value) ? { valueTo: value[1] } : {}),
      unit,
      what,
      subject,
      period,
    })),
    optionalFigures: article.optional.map((wanted) => locate(article, wanted, 'optional figure')),
  }
}

function evidenceOf([id, wanted], where) {
  const article = articles.get(id)
  if (!article) {
    problems.push(`${where}: no article ${id}`)
    return { path: id, text: wanted }
  }
  const base = article.sameAs ? { ...articles.get(article.sameAs), id, path: article.path } : article
  return { path: base.path, ...locate(base, wanted, where, false) }
}

function buildEvent(event) {
  return {
    id: event.id,
    title: event.title,
    members: event.members.map(([id, relation, of]) => ({
      path: articles.get(id).path,
      relation,
      of: of ? articles.get(of).path : null,
    })),
    conflicts: event.conflicts.map(({ kind, key: [what, unit, subject, period], sides }) => ({
      kind,
      key: { what, unit, subject, period },
      sides: sides.map(([value, given]) => {
        const evidence = given.map((one) => evidenceOf(one, `${event.id} ${kind}`))
        return { value, text: evidence[0].text, paths: evidence.map((one) => one.path), evidence }
      }),
    })),
    notConflicts: event.notConflicts.map(({ why, evidence }) => {
      const found = evidence.map((one) => evidenceOf(one, `${event.id} no conflict`))
      return { why, paths: found.map((one) => one.path), texts: found.map((one) => one.text), evidence: found }
    }),
    changes: event.changes.map(({ kind, from, to, text, toText }) => {
      const [a, b] = [from, to].map((id) => articles.get(id))
      const inA = load(a).text.includes(text)
      const inB = load(b).text.includes(toText ?? text)
      const right = kind === 'omission' ? inA && !inB : kind === 'added' ? !inA && inB : inA && inB
      if (!right) problems.push(`${event.id}: not an example of ${kind} from ${from} to ${to}: ${text}`)
      return { kind, from: a.path, to: b.path, text, ...(toText === undefined ? {} : { toText }) }
    }),
  }
}

/** JSON with small values on one line, so that a change of one truth is one changed line. */
function pretty(value, indent = '') {
  const flat = JSON.stringify(value)
  if (value === null || typeof value !== 'object' || indent.length >= 10 || (flat.length <= 100 && indent.length >= 2))
    return flat
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((one) => pretty(one, inner))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${pretty(one, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return parts.length === 0 ? flat : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
}

const truths = {
  articles: [...articles.values()].map(buildArticle).sort((a, b) => (a.path < b.path ? -1 : 1)),
  events: sources.filter((source) => source.event).map((source) => buildEvent(source.event)),
}
const made = `${pretty(truths)}\n`
const target = path.join(here, 'truths.json')

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n${problems.length} truths do not match the corpus.\n`)
  process.exitCode = 1
} else if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== made) {
    process.stderr.write('truths.json is out of date: run node seeds/build-truths.mjs\n')
    process.exitCode = 1
  }
} else {
  writeFileSync(target, made)
  process.stdout.write(`${truths.articles.length} articles, ${truths.events.length} events\n`)
}
