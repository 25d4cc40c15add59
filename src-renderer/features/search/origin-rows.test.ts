import type { Hit } from '@contract/search'
import { expect, it } from 'vitest'
import { originRows } from './origin-rows'

it('folds the hits of one family into the first, and leaves the others in their order', () => {
  const hits = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) as Hit[]
  const family = (id: string, ...members: string[]) => ({ id, members: members.map((articleId) => ({ articleId })) })
  const rows = originRows(hits, [family('a', 'a', 'c', 'x'), family('y', 'e', 'y', 'b')])
  expect(rows.map(({ hit, retold }) => `${hit.id}${retold}`)).toEqual(['a1', 'b1', 'd0'])
  expect(originRows(hits, [])).toHaveLength(5)
})
