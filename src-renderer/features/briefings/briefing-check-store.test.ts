import { withFake } from '@/bridge/fake/with-fake.fixture'
import type { BriefingCheck } from '@contract/briefing'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useBriefingCheck } from './briefing-check-store'
import { useBriefingEditor } from './briefing-editor-store'
import { useBriefingWaivers } from './briefing-waivers-store'

const anchorOf = (letter: string, exact: string) => ({
  ...{ articleId: letter.repeat(64), path: `${letter}.txt`, start: 0, end: exact.length },
  ...{ exact, prefix: '', suffix: '' },
})
const OTHER = anchorOf('b', 'Nothing ignited')

/** A briefing of one cited sentence, open on the desk, of which the folder says what `about` makes. */
async function desk(about: (sentenceId: string, citationId: string) => Omit<BriefingCheck, 'since'>) {
  const { bridge } = withFake()
  const citations = [{ id: 'citation-1', anchor: anchorOf('a', 'Dust ignited on 12 March') }]
  const sentence = { id: 'sentence-1', type: 'fact' as const, text: 'Dust ignited on 12 March.', citations }
  const sections = [{ id: 'section-1', heading: 'Fire', sentences: [sentence] }]
  const { id } = bridge.briefings.save({ id: null, expectedRevision: 0, title: 'F', marking: '', author: '', sections })
  bridge.briefings.found = about('sentence-1', 'citation-1')
  const editor = useBriefingEditor()
  await editor.open(id)
  await flushPromises()
  return { bridge, editor, checks: useBriefingCheck(), waivers: useBriefingWaivers() }
}

const contradicted = (sentenceId: string): Omit<BriefingCheck, 'since'> => ({
  findings: [
    {
      ...{ rule: 'contradicted', level: 'block', sentenceId, sentence: 'Dust ignited.', start: 0, end: 13 },
      ...{ message: 'b.txt denies this.', anchor: OTHER },
    },
  ],
  changes: [],
})

describe('what the folder says of the open briefing', () => {
  it('stands among the findings until the other side is cited', async () => {
    const { editor, bridge } = await desk(contradicted)
    const found = () => editor.findings.filter(({ rule }) => rule === 'contradicted')
    expect(found()).toMatchObject([{ level: 'block', anchor: OTHER }])
    editor.cite('sentence-1', OTHER)
    expect(found()).toEqual([])
    bridge.briefings.found = { findings: [], changes: [] }
    await editor.flush()
    await flushPromises()
    expect(found()).toEqual([])
  })

  it('is waived with a reason that is read beside it, and stands again when that is taken back', async () => {
    const { editor, waivers } = await desk(contradicted)
    const found = () => editor.findings.find(({ rule }) => rule === 'contradicted')
    waivers.waive('contradicted', 'Taken back by the paper.')
    expect(found()).toMatchObject({ level: 'waived', message: expect.stringContaining('Taken back') as unknown })
    waivers.takeBack('contradicted')
    expect(found()).toMatchObject({ level: 'block' })
  })

  it('is asked again after a save only where sentences rest on something else', async () => {
    const { editor, bridge } = await desk(contradicted)
    bridge.briefings.found = { findings: [], changes: [] }
    editor.apply((all) => all.map((section) => ({ ...section, heading: 'Blast' })))
    await editor.flush()
    await flushPromises()
    expect(editor.findings.some(({ rule }) => rule === 'contradicted')).toBe(true)
    editor.apply((all) =>
      all.map((section) => ({
        ...section,
        sentences: section.sentences.map((one) => ({ ...one, type: 'quote' as const })),
      })),
    )
    await editor.flush()
    await flushPromises()
    expect(editor.findings.some(({ rule }) => rule === 'contradicted')).toBe(false)
  })

  it('lists what changed for as long as the sentence rests on it, and nothing once it is seen', async () => {
    const change = { kind: 'words', sentence: 'Dust ignited.', message: 'a.txt was changed.', anchor: null } as const
    const about = (sentenceId: string, citationId: string) => ({
      findings: [],
      changes: [{ ...change, sentenceId, citationId }],
    })
    const { editor, checks } = await desk(about)
    const listed = () => checks.changesOf(editor.sections)
    expect(listed()).toMatchObject([{ kind: 'words', sentenceId: 'sentence-1' }])
    const before = editor.sections
    editor.apply((all) =>
      all.map((section) => ({ ...section, sentences: section.sentences.map((one) => ({ ...one, citations: [] })) })),
    )
    expect(listed()).toEqual([])
    editor.apply(() => [...before])
    expect(listed()).toHaveLength(1)
    await checks.seen()
    expect(listed()).toEqual([])
    editor.leave()
    expect(checks.found).toBeNull()
  })
})
