import { describe, expect, it } from 'vitest'
import { tableOfText } from './read-table'
import { ARTICLES, cite, sampleBriefing, sentence, sha256, type SampleArticle } from './sample-briefing.fixture'
import { makeSourceTable, tableSentences, type SourceTable } from './source-table'
import { toMarkdown } from './to-markdown'
import { verifyTable, type SourceLookup } from './verify'

const table = makeSourceTable(sampleBriefing(), [], [], sha256)
const folder = Object.values(ARTICLES)

/** As the engine looks: by hash wherever the file is now, then by path. */
const lookupIn =
  (files: readonly Pick<SampleArticle, 'path' | 'text'>[]): SourceLookup =>
  (citation) => {
    const known = files.map((file) => ({ ...file, sha256: sha256(file.text) }))
    return (
      known.find((file) => file.sha256 === citation.sha256) ?? known.find((file) => file.path === citation.path) ?? null
    )
  }
const edited = (change: (text: string) => string) =>
  folder.map((file) => (file.path === ARTICLES.lps.path ? { ...file, text: change(file.text) } : file))
const citing = (of: SourceTable, path: string) =>
  tableSentences(of).filter(({ citations }) => citations.some((n) => of.citations[n - 1]?.path === path))

describe('verifyTable', () => {
  it('verifies every sentence against the files it was made from', () => {
    expect(verifyTable(table, lookupIn(folder))).toEqual({ sentences: 12, verified: 12, failed: [], notes: [] })
  })

  it('catches every single changed letter inside a cited passage, and no other sentence fails', () => {
    for (const { citations, text } of citing(table, ARTICLES.lps.path)) {
      const own = citations.map((n) => table.citations[n - 1]).find((citation) => citation?.path === ARTICLES.lps.path)
      if (!own) throw new Error('no citation')
      for (let at = own.start; at < own.end; at++) {
        const tampered = edited(
          (words) => `${words.slice(0, at)}${words[at] === 'z' ? 'y' : 'z'}${words.slice(at + 1)}`,
        )
        const { failed, verified } = verifyTable(table, lookupIn(tampered))
        expect(failed.map(({ sentence: words }) => words)).toContain(text)
        expect(verified).toBe(12 - new Set(failed.map(({ number }) => number)).size)
        expect(failed.every(({ state }) => state === 'changed')).toBe(true)
      }
    }
  })

  it('shows what was expected and what stands there now', () => {
    const { failed } = verifyTable(table, lookupIn(edited((text) => text.replace('Seven people', 'Eight people'))))
    expect(failed).toEqual([
      expect.objectContaining({
        sentence: 'Doctors of the port count 17 dead, the port seven.',
        state: 'changed',
        expected: 'Seven people died and 23 were injured',
        found: 'Eight people died and 23 were injured',
      }),
    ])
  })

  it('verifies passages that stand in a file changed elsewhere, moved or renamed, and notes it', () => {
    const longer = verifyTable(table, lookupIn(edited((text) => `UPDATED.\n\n${text}More to come.\n`)))
    expect(longer.failed).toEqual([])
    expect(longer.verified).toBe(12)
    expect(longer.notes[0]?.note).toMatch(/was changed, the cited words stand unchanged, now at characters \d+/)
    const renamed = verifyTable(table, lookupIn(folder.map((file) => ({ ...file, path: `old/${file.path}` }))))
    expect(renamed.failed).toEqual([])
    expect(renamed.notes[0]?.note).toContain(`is now old/`)
  })

  it('names missing files and passages that are gone', () => {
    const missing = verifyTable(table, lookupIn(folder.filter((file) => file !== ARTICLES.lps)))
    expect(missing.failed.map(({ sentence: words }) => words)).toEqual(
      citing(table, ARTICLES.lps.path).map(({ text }) => text),
    )
    expect(missing.failed.every(({ state }) => state === 'missing')).toBe(true)
    const gone = verifyTable(table, lookupIn(edited(() => 'Nothing of it is left in this story about trams.')))
    expect(gone.failed.every(({ state, reason }) => state === 'changed' && reason.includes('gone'))).toBe(true)
  })

  it('does not take a table for true whose offsets were bent', () => {
    const bent = {
      ...table,
      citations: table.citations.map((citation) => ({ ...citation, start: citation.start + 1, end: citation.end + 1 })),
    }
    expect(verifyTable(bent, lookupIn(folder)).failed.length).toBeGreaterThan(5)
  })

  it('fails sentences that must cite and do not, unless it was waived', () => {
    const document = {
      ...sampleBriefing(),
      sections: [{ id: 'a', heading: '', sentences: [sentence('fact', 'It burned.')] }],
    }
    const bare = makeSourceTable(document, [], [], sha256)
    expect(verifyTable(bare, lookupIn(folder))).toMatchObject({ verified: 0, failed: [{ state: 'uncited' }] })
    const waived = makeSourceTable(document, [{ rule: 'no-citation', reason: 'Common knowledge' }], [], sha256)
    expect(verifyTable(waived, lookupIn(folder))).toMatchObject({ verified: 1, failed: [] })
  })

  it('fails quotes and figures that the passages do not bear, though the table was made anew', () => {
    const document = sampleBriefing()
    const forged = makeSourceTable(
      {
        ...document,
        sections: [
          {
            id: 'a',
            heading: '',
            sentences: [
              sentence('quote', '“Grain will never leave Marenza again,” Darvan said.', [
                cite(ARTICLES.lps, 'Grain will leave Marenza again by Friday.'),
              ]),
              sentence('figure', 'Eight people died.', [cite(ARTICLES.lps, 'Seven people died')]),
            ],
          },
        ],
      },
      [],
      [],
      sha256,
    )
    expect(verifyTable(forged, lookupIn(folder)).failed.map(({ state }) => state)).toEqual([
      'unsupported',
      'unsupported',
    ])
  })

  it('takes in what was altered in the briefing’s own file', () => {
    const file = toMarkdown(table).replace('No source says when', 'One source says when')
    const read = tableOfText(file, 'md', sha256)
    if (!read.ok) throw new Error(read.problem.message)
    const { failed, verified } = verifyTable(read.table, lookupIn(folder), read.alterations)
    expect(verified).toBe(11)
    expect(failed).toMatchObject([
      {
        state: 'altered',
        expected: 'No source says when the hospital first told the port.',
        found: 'One source says when the hospital first told the port.',
      },
    ])
  })
})
