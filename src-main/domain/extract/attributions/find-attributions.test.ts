import { describe, expect, it } from 'vitest'
import { readDocument } from '../document'
import type { ArticleHeader, Entity, EntityType, Mention } from '../types'
import { findAttributions } from './find-attributions'

const header: ArticleHeader = {
  title: null,
  date: null,
  dateOrigin: 'none',
  dateline: null,
  datelineOrigin: 'none',
  placeSpan: null,
  agencySpan: null,
  author: null,
  bodyStart: 0,
}

/** An entity with every occurrence of its names and roles as mentions. */
function entity(text: string, id: string, type: EntityType, names: string[], roles: string[] = []): Entity {
  const mentions: Mention[] = []
  for (const [form, list] of [
    ['name', names],
    ['role', roles],
  ] as const)
    for (const words of list)
      for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
        if (!mentions.some((m) => m.start < start + words.length && m.end > start))
          mentions.push({ start, end: start + words.length, text: words, form })
  mentions.sort((a, b) => a.start - b.start)
  return { id, type, name: names[0] ?? '', aliases: names.slice(1), roles: [], mentions }
}

interface Read {
  kind: string
  who: string | null
  by: string | null
  cue: string | null
  said: string[]
}

const read = (text: string, entities: Entity[] = [], head = header): Read[] =>
  findAttributions(readDocument(text, 'en'), entities, head).attributions.map((a) => ({
    kind: a.kind,
    who: a.source.entityId,
    by: a.source.text,
    cue: a.cue?.text ?? null,
    said: a.content.map((c) => c.text),
  }))

describe('quotations', () => {
  it.each([
    ['before the cue', '"We will win," said Anna Smith.'],
    ['before speaker and cue', '"We will win," Anna Smith said on Tuesday.'],
    ['behind it', 'Anna Smith said: "We will win,"'],
    ['with the speaker in an apposition', '"We will win," Anna Smith, a lawyer from Oslo, said.'],
    ['in curly marks', '“We will win,” said Anna Smith.'],
    ['in doubled single marks', "''We will win,'' said Anna Smith."],
    ['in guillemets', '«We will win,» said Anna Smith.'],
  ])('stand %s', (_, text) => {
    expect(read(text, [entity(text, 'e1', 'person', ['Anna Smith'])])).toMatchObject([
      { kind: 'direct', who: 'e1', by: 'Anna Smith', cue: 'said', said: ['We will win,'] },
    ])
  })

  it('go on behind the cue, in the next sentence and in an uncued paragraph', () => {
    const text =
      '"We will win," she said, "if it rains. It must." He left. "Yes," said Bob Ray. "So will we."\n\n"We know how."'
    expect(read(text).map((a) => a.said)).toEqual([
      ['We will win,', 'if it rains. It must.'],
      ['Yes,', 'So will we.', 'We know how.'],
    ])
  })

  it('run over paragraphs, with marks re-opened or not', () => {
    for (const mark of ['"', '']) {
      const text = `"We studied here. We learned much!\n\n${mark}Our trade grows. We will sign [today]," said Anna Smith.`
      expect(read(text)).toMatchObject([
        {
          kind: 'direct',
          by: 'Anna Smith',
          said: ['We studied here. We learned much!', 'Our trade grows. We will sign [today],'],
        },
      ])
    }
  })

  it('keep editorial brackets and the quotation inside', () => {
    const text = '"He told me “stay (here)” and [then] left," said Anna Smith.'
    expect(read(text)).toMatchObject([{ said: ['He told me “stay (here)” and [then] left,'], by: 'Anna Smith' }])
  })

  it('are announced by a colon in the paragraph before, by a name, and by a dash', () => {
    expect(read('Smith continued:\n\n"The issue is a partisan one, we think."')).toMatchObject([
      { by: 'Smith', cue: 'continued', kind: 'direct' },
    ])
    expect(read('Smith: "We will not go there again."')).toMatchObject([
      { by: 'Smith', said: ['We will not go there again.'] },
    ])
    expect(read('“We will not go there again.” ― Sonya Herridge')).toMatchObject([{ by: 'Sonya Herridge' }])
  })

  it('have a speaker whatever the verb, behind a closing comma', () => {
    expect(read('"Let me welcome you here today," the Russian leader greeted the guest.')).toMatchObject([
      { by: 'the Russian leader', cue: 'greeted', kind: 'direct' },
    ])
  })

  it('of few words are no speech', () => {
    expect(read('The so-called "dream team" won the "Golden Shoe" again.')).toEqual([])
  })
})

describe('indirect speech', () => {
  it.each([
    ['Officials said three people died; their names were not given.', 'Officials', 'said', ['three people died']],
    ['Smith told reporters that the plan had failed.', 'Smith', 'told', ['the plan had failed']],
    ['The road was damaged, police said.', 'police', 'said', ['The road was damaged']],
    [
      'Around 50 gallons of fuel, officials said, spilled and ignited.',
      'officials',
      'said',
      ['Around 50 gallons of fuel', 'spilled and ignited'],
    ],
    [
      'According to his publicist, Mendez died of a disease.',
      'his publicist',
      'According to',
      ['Mendez died of a disease'],
    ],
    [
      'Mendez died of a disease, according to his publicist.',
      'his publicist',
      'according to',
      ['Mendez died of a disease'],
    ],
    ['The minister promised to build two schools.', 'The minister', 'promised', ['to build two schools']],
    [
      'A Bloomberg poll released in late August found that voters agreed.',
      'A Bloomberg poll',
      'found',
      ['voters agreed'],
    ],
  ])('%s', (text, by, cue, said) => {
    expect(read(text)).toMatchObject([{ kind: 'indirect', by, cue, said }])
  })

  it('is mixed where part of it is quoted', () => {
    expect(read('Pence said the country is "in the midst of a crisis on our border."')).toMatchObject([
      { kind: 'mixed', said: ['the country is', 'in the midst of a crisis on our border.'] },
    ])
  })

  it('shares the speaker of the sentence: "adding that", "and said"', () => {
    const text = 'Anna Smith said the search had ended, adding that no one was left.'
    expect(read(text, [entity(text, 'e1', 'person', ['Anna Smith'])])).toMatchObject([
      { who: 'e1', said: ['the search had ended'] },
      { who: 'e1', cue: 'adding', said: ['no one was left'] },
    ])
  })
})

describe('cues that are no verbs of saying', () => {
  it.each([
    ['Anna Smith is confident that the deal will pass.', 'confident', 'the deal will pass'],
    ['Anna Smith was adamant no one would be left.', 'adamant', 'no one would be left'],
    ['Anna Smith appeared to suggest that it was over.', 'suggest', 'it was over'],
    ['Anna Smith wants to triple the size of the fund.', 'wants', 'to triple the size of the fund'],
  ])('%s', (text, cue, said) => {
    expect(read(text, [entity(text, 'e1', 'person', ['Anna Smith'])])).toMatchObject([{ who: 'e1', cue, said: [said] }])
  })

  it('nobody is confident where "it" is certain', () => {
    expect(read('It is certain that the deal will pass.')).toEqual([])
  })

  it('"called X “Y”" says both', () => {
    const text = 'Anna Smith called the plan “outrageous”.'
    expect(read(text, [entity(text, 'e1', 'person', ['Anna Smith'])])).toMatchObject([
      { who: 'e1', kind: 'mixed', said: [expect.stringContaining('the plan'), 'outrageous'] },
    ])
  })

  it('"according to" an unnamed kind of people', () => {
    const text = 'According to show insiders, the host was rude to women.'
    expect(read(text)).toMatchObject([{ by: 'show insiders', said: ['the host was rude to women'] }])
  })
})

describe('what is said ends', () => {
  it.each([
    ['Anna Smith praised the plan, a rare step for her party.', 'the plan'],
    ['Anna Smith attacked the court because it was late.', 'the court'],
    ['Anna Smith praised wages, taxes and pensions.', 'wages, taxes and pensions'],
    ['Anna Smith praised the plan, which helps the poor.', 'the plan, which helps the poor'],
    ['While Anna Smith said the plan was good, the mayor left the room.', 'the plan was good'],
  ])('%s', (text, said) => {
    expect(read(text, [entity(text, 'e1', 'person', ['Anna Smith'])])).toMatchObject([{ who: 'e1', said: [said] }])
  })
})

describe('speakers', () => {
  it.each([
    ['Mayor of London Sadiq Khan said it was over.', 'Sadiq Khan'],
    ['The mayor of London, Sadiq Khan, said it was over.', 'Sadiq Khan'],
    ['Department of State spokesperson Sadiq Khan said it was over.', 'Sadiq Khan'],
  ])('are named persons behind their office: %s', (text, by) => {
    expect(
      read(text, [entity(text, 'e1', 'person', ['Sadiq Khan']), entity(text, 'e2', 'place', ['London'])]),
    ).toMatchObject([{ who: 'e1', by }])
  })

  it('are not those whom the phrase only mentions', () => {
    const text = 'A spokesman for President Ada Diaz said it was over.'
    expect(read(text, [entity(text, 'e1', 'person', ['Ada Diaz'])])).toMatchObject([
      { who: null, by: expect.stringContaining('A spokesman for') as string },
    ])
  })

  it('are the owners of what speaks', () => {
    const text = "According to WHO's statistics, half survived."
    expect(read(text, [entity(text, 'e1', 'organization', ['WHO'])])).toMatchObject([{ who: 'e1' }])
  })

  it('stand as pronouns for the person of their gender, which is reported as a mention', () => {
    const text = 'Maria Lopez met David Stone in Oslo. She said the talks had failed.'
    const entities = [entity(text, 'e1', 'person', ['Maria Lopez']), entity(text, 'e2', 'person', ['David Stone'])]
    const found = findAttributions(readDocument(text, 'en'), entities, header)
    expect(found.attributions).toMatchObject([{ source: { entityId: 'e1', text: 'She' } }])
    expect(found.pronouns).toEqual([{ entityId: 'e1', span: { start: 37, end: 40, text: 'She' } }])
  })

  it('are unnamed where no one is named, and several where two speak together', () => {
    const text = 'A senior official said the ship had sunk. Ann Ray and Bob Roe said they saw it.'
    expect(
      read(text, [entity(text, 'e1', 'person', ['Ann Ray']), entity(text, 'e2', 'person', ['Bob Roe'])]),
    ).toMatchObject([
      { who: null, by: 'A senior official' },
      { who: null, by: 'Ann Ray and Bob Roe' },
    ])
  })

  it("are never the dateline's agency", () => {
    const text = 'ASTANA. KAZINFORM The talks have ended, President Ada Diaz said, Kazinform reports.'
    const agency = entity(text, 'e1', 'organization', ['KAZINFORM', 'Kazinform'])
    const head: ArticleHeader = {
      ...header,
      dateline: { place: 'Astana', agency: 'Kazinform' },
      agencySpan: { start: 8, end: 17 },
      bodyStart: 18,
    }
    const found = read(text, [agency, entity(text, 'e2', 'person', ['Ada Diaz'])], head)
    expect(found.map((a) => a.who)).not.toContain('e1')
    expect(found[0]).toMatchObject({ who: 'e2', said: ['The talks have ended'] })
  })
})

it('says where everything stands, and why', () => {
  const text = 'Smith said "we lost" and left. "Never," he added, "again in my life."'
  for (const a of findAttributions(readDocument(text, 'en'), [], header).attributions) {
    for (const span of [...a.content, ...(a.cue ? [a.cue] : [])])
      expect(span.text).toBe(text.slice(span.start, span.end))
    expect(a.why).toMatch(/\w/)
    expect(a.confidence).toBeGreaterThan(0)
  }
})
