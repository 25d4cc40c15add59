import type { Entity, EntityType } from '@domain/extract/types'
import { describe, expect, it } from 'vitest'
import { groupByKind, shareEntities } from './entity-groups'

const entity = (id: string, type: EntityType, name: string, times: number, aliases: string[] = []): Entity => ({
  id,
  type,
  name,
  aliases,
  roles: [],
  mentions: Array.from({ length: times }, (_, i) => ({
    start: i,
    end: i + 1,
    text: name[0] ?? '',
    form: 'name' as const,
  })),
})

describe('shareEntities', () => {
  it('brings the same name of two panes together, with a count for each', () => {
    const shared = shareEntities([
      { articleId: 'a', entities: [entity('e1', 'person', 'Ilse Darvan', 4)] },
      { articleId: 'b', entities: [entity('e7', 'person', 'Ilse Darvan', 3)] },
    ])
    expect(shared.map(({ name, counts }) => [name, counts])).toEqual([['Ilse Darvan', [4, 3]]])
    expect(shared[0]?.ids).toHaveLength(2)
  })
  it('takes a short name for the only fuller one that has it as an alias', () => {
    const panes = [
      { articleId: 'a', entities: [entity('e1', 'person', 'Ilse Darvan', 2, ['Darvan'])] },
      { articleId: 'b', entities: [entity('e2', 'person', 'Darvan', 1)] },
    ]
    expect(shareEntities(panes).map(({ name, counts }) => [name, counts])).toEqual([['Ilse Darvan', [2, 1]]])
  })
  it('keeps a short name apart where two fuller ones have it', () => {
    const panes = [
      {
        articleId: 'a',
        entities: [entity('e1', 'person', 'Edda Holm', 1, ['Holm']), entity('e2', 'person', 'Edwin Holm', 1, ['Holm'])],
      },
      { articleId: 'b', entities: [entity('e3', 'person', 'Holm', 1)] },
    ]
    expect(shareEntities(panes)).toHaveLength(3)
  })
  it('never takes a name for one that was itself taken for a fuller one', () => {
    const panes = [
      { articleId: 'a', entities: [entity('e1', 'person', 'Ilse Maria Darvan', 1, ['Ilse Darvan'])] },
      { articleId: 'b', entities: [entity('e2', 'person', 'Ilse Darvan', 2, ['Darvan'])] },
      { articleId: 'c', entities: [entity('e3', 'person', 'Darvan', 4)] },
    ]
    expect(shareEntities(panes).map(({ name, counts }) => [name, counts])).toEqual([
      ['Ilse Maria Darvan', [1, 2, 0]],
      ['Darvan', [0, 0, 4]],
    ])
  })
  it('keeps a place and a person of one name apart', () => {
    const panes = [
      { articleId: 'a', entities: [entity('e1', 'person', 'Marenza', 1), entity('e2', 'place', 'Marenza', 1)] },
    ]
    expect(groupByKind(shareEntities(panes)).map(({ type }) => type)).toEqual(['person', 'place'])
  })
})
