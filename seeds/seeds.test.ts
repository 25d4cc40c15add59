import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const seeds = fileURLToPath(new URL('.', import.meta.url))

const words = z.string().min(1)
/** Offsets are given for plain text files only. */
const located = { start: z.int().nonnegative().optional(), end: z.int().positive().optional(), text: words }
const evidence = z.strictObject({ path: words, ...located })
const figure = z.strictObject({
  ...located,
  value: z.number(),
  valueTo: z.number().optional(),
  unit: words.nullable(),
  what: words.nullable(),
  subject: words.nullable(),
  period: words.nullable(),
})
const article = z.strictObject({
  id: words,
  path: words,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  encoding: z.enum(['utf-8', 'windows-1251']),
  language: z.enum(['en', 'ru', 'kk', 'ar', 'zh', 'fr']),
  sameBytesAs: words.optional(),
  header: z.strictObject({
    date: z.iso.date().nullable(),
    time: z.iso.time({ precision: -1 }).nullable(),
    dateDerivedFrom: z.enum(['header', 'front-matter', 'meta', 'json-ld', 'file-name', 'none']),
    yearFrom: z.literal('file-name').nullable(),
    place: words.nullable(),
    agency: words.nullable(),
    title: words.nullable(),
  }),
  entities: z.array(
    z.strictObject({
      type: z.enum(['person', 'organization', 'place', 'event', 'group', 'work', 'other']),
      name: words,
      as: words,
      aliases: z.array(words),
      roles: z.array(words),
    }),
  ),
  quotes: z.array(
    z.strictObject({
      kind: z.enum(['direct', 'indirect', 'mixed']),
      speaker: words.nullable(),
      source: words.nullable(),
      cue: words.nullable(),
      content: z.array(z.strictObject(located)).min(1),
    }),
  ),
  figures: z.array(figure),
  optionalFigures: z.array(z.strictObject(located)),
})
const conflictKinds = ['contradiction', 'update', 'rounding', 'scope', 'correction', 'quote-drift', 'denial'] as const
const event = z.strictObject({
  id: words,
  title: words,
  members: z.array(
    z.strictObject({
      path: words,
      relation: z.enum(['origin', 'copy', 'rewrite', 'partial', 'independent', 'translation']),
      of: words.nullable(),
    }),
  ),
  conflicts: z.array(
    z.strictObject({
      kind: z.enum(conflictKinds),
      key: z.strictObject({ what: words, unit: words.nullable(), subject: words, period: words.nullable() }),
      sides: z
        .array(
          z.strictObject({
            value: z.number().nullable(),
            text: words,
            paths: z.array(words),
            evidence: z.array(evidence).min(1),
          }),
        )
        .min(2),
    }),
  ),
  notConflicts: z.array(
    z.strictObject({ why: words, paths: z.array(words), texts: z.array(words), evidence: z.array(evidence).min(2) }),
  ),
  changes: z.array(
    z.strictObject({
      kind: z.enum(['same', 'omission', 'added', 'moved', 'number', 'name', 'negation']),
      from: words,
      to: words,
      text: words,
      toText: words.optional(),
    }),
  ),
})
const truths = z
  .strictObject({ articles: z.array(article), events: z.array(event) })
  .parse(JSON.parse(readFileSync(join(seeds, 'truths.json'), 'utf8')))

const byPath = new Map(truths.articles.map((one) => [one.path, one]))
const articleAt = (path: string) => {
  const found = byPath.get(path)
  if (!found) throw new Error(`no article ${path}`)
  return found
}
const bytesOf = (path: string) => readFileSync(join(seeds, path))
const textOf = (path: string) => new TextDecoder(articleAt(path).encoding, { fatal: true }).decode(bytesOf(path))
const sha256 = (path: string) => createHash('sha256').update(bytesOf(path)).digest('hex')

/** What must be found at its offsets: every span of an article, and every piece of evidence that points into it. */
function spansOf(path: string) {
  const one = articleAt(path)
  const pointed = truths.events.flatMap((given) => [
    ...given.conflicts.flatMap((conflict) => conflict.sides.flatMap((side) => side.evidence)),
    ...given.notConflicts.flatMap((pair) => pair.evidence),
  ])
  return [
    ...one.quotes.flatMap((quote) => quote.content),
    ...one.figures,
    ...one.optionalFigures,
    ...pointed.filter((span) => span.path === path),
  ]
}

describe('the sample corpus', () => {
  it('keeps the founding document byte for byte', () => {
    expect(sha256('000_1e54385107a71e68.txt')).toBe('2b71454c346849708488dc5062b947e3029feffb8aaaff97f276c3c00d598cb3')
  })

  it('has truths for every article and an article for every truth', () => {
    const files = readdirSync(seeds, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.(txt|md|html)$/.test(name) && name !== 'README.md')
    expect(files.sort()).toEqual([...byPath.keys()].sort())
    expect(files.length).toBeGreaterThanOrEqual(40)
  })

  it('holds six events, a dozen single stories, six languages, three formats, each origin of a date', () => {
    expect(truths.events).toHaveLength(6)
    const told = new Set(truths.events.flatMap((given) => given.members.map((member) => member.path)))
    expect(truths.articles.length - told.size).toBeGreaterThanOrEqual(12)
    const count = (of: (one: z.infer<typeof article>) => string) => new Set(truths.articles.map(of))
    expect([...count((one) => one.language)].sort()).toEqual(['ar', 'en', 'fr', 'kk', 'ru', 'zh'])
    expect([...count((one) => one.path.replace(/.*\./, ''))].sort()).toEqual(['html', 'md', 'txt'])
    expect(count((one) => one.header.dateDerivedFrom).size).toBe(6)
  })

  it('is what the hand-written sources give', () => {
    execFileSync(process.execPath, [join(seeds, 'build-truths.mjs'), '--check'], { stdio: 'pipe' })
  })

  it.each([...byPath.keys()])('%s is the file its truths were written for', (path) => {
    const one = articleAt(path)
    const text = textOf(path)
    expect(sha256(path)).toBe(one.sha256)
    const plain = path.endsWith('.txt')
    for (const span of spansOf(path)) {
      if (plain) expect(text.slice(span.start, span.end)).toBe(span.text)
      else expect(span.start).toBeUndefined()
    }
    const printed = one.entities.flatMap((entity) => [entity.name, ...entity.aliases, ...entity.roles])
    if (plain) for (const name of printed) expect(text).toContain(name)
    const names = one.entities.map((entity) => entity.name)
    expect(new Set(names).size).toBe(names.length)
    for (const quote of one.quotes) if (quote.speaker !== null) expect(names).toContain(quote.speaker)
  })
})

describe('the planted differences', () => {
  it('are of every kind', () => {
    const kinds = new Set(truths.events.flatMap((given) => given.conflicts.map((conflict) => conflict.kind)))
    expect([...kinds].sort()).toEqual([...conflictKinds].sort())
    for (const given of truths.events) expect(given.notConflicts.length).toBeGreaterThanOrEqual(2)
  })

  it('have sides that differ in value, and in nothing but words where no number is meant', () => {
    for (const conflict of truths.events.flatMap((given) => given.conflicts)) {
      const values = conflict.sides.map((side) => side.value)
      if (values.every((value) => value === null)) {
        expect(new Set(conflict.sides.map((side) => side.text)).size).toBe(conflict.sides.length)
      } else {
        expect(values).not.toContain(null)
        expect(new Set(values).size).toBe(values.length)
      }
    }
  })

  it('include one byte for byte copy under two paths', () => {
    const copies = truths.articles.filter((one) => one.sameBytesAs !== undefined)
    expect(copies).toHaveLength(1)
    for (const copy of copies) expect(copy.sha256).toBe(articleAt(copy.sameBytesAs ?? '').sha256)
  })
})
