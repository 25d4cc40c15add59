import { describe, expect, it } from 'vitest'
import type { KnownFile } from '../../sql/index/file'
import type { FileRecord } from '../../sql/index/records'
import type { SeenFile } from '../scan/walk'
import { findChanges } from './find-changes'

const seen = (path: string, inode: number, modified = 1, size = 10): SeenFile => ({
  path,
  pathBytes: null,
  size,
  modified,
  inode,
})
const known = (path: string, inode: number, more: Partial<KnownFile> = {}): KnownFile => ({
  path, size: 10, modified: 1, inode, state: 'indexed', cause: null, container: null, ...more,
}) // prettier-ignore
const refused = (path: string, cause: string, state: 'failed' | 'skipped' = 'failed'): FileRecord => ({
  path, pathBytes: null, size: 0, modified: 0, inode: 0, state, cause, reason: cause, container: null, members: null,
}) // prettier-ignore
const paths = (files: { path: string }[]) => files.map((file) => file.path)

describe('findChanges', () => {
  it('leaves alone what has the same size, time and inode', () => {
    const changes = findChanges(
      { files: [seen('a', 1), seen('b', 2, 2), seen('c', 3)], refused: [] },
      [known('a', 1), known('b', 2), known('c', 9)],
      false,
    )
    expect(paths(changes.unchanged)).toEqual(['a'])
    expect(paths(changes.toRead)).toEqual(['b', 'c'])
    expect(changes.removed).toEqual([])
  })

  it('reads what changed last first', () => {
    const changes = findChanges(
      { files: [seen('old', 1, 5), seen('new', 2, 9), seen('same', 3, 5)], refused: [] },
      [],
      false,
    )
    expect(paths(changes.toRead)).toEqual(['new', 'old', 'same'])
  })

  it('tells a move from a removal and a new file', () => {
    const changes = findChanges(
      { files: [seen('b', 1), seen('d', 7)], refused: [] },
      [known('a', 1), known('c', 2)],
      false,
    )
    expect(changes.moved).toEqual([{ from: 'a', to: 'b', toBytes: null }])
    expect(paths(changes.toRead)).toEqual(['d'])
    expect(changes.removed).toEqual(['c'])
  })

  it('takes a second name of the same inode for a new file while the first is there', () => {
    const changes = findChanges({ files: [seen('a', 1), seen('twin', 1)], refused: [] }, [known('a', 1)], false)
    expect(changes.moved).toEqual([])
    expect(paths(changes.toRead)).toEqual(['twin'])
  })

  it('keeps what lies below a folder that could not be listed', () => {
    const changes = findChanges(
      { files: [], refused: [refused('far', 'permission')] },
      [known('far/a', 1), known('near/b', 2)],
      false,
    )
    expect(paths(changes.unchanged)).toEqual(['far/a'])
    expect(changes.removed).toEqual(['near/b'])
  })

  it('tries failures again every time, everything only when the program has learnt something', () => {
    const files = [seen('failed', 1), seen('csv', 2), seen('good', 3)]
    const before = [
      known('failed', 1, { state: 'failed', cause: 'timeout' }),
      known('csv', 2, { state: 'skipped', cause: 'unsupported' }),
      known('good', 3),
    ]
    expect(paths(findChanges({ files, refused: [] }, before, false).toRead)).toEqual(['failed'])
    expect(paths(findChanges({ files, refused: [] }, before, true).toRead)).toEqual(['csv', 'failed', 'good'])
  })

  it('writes a refusal down once', () => {
    const link = refused('link', 'link', 'skipped')
    expect(findChanges({ files: [], refused: [link] }, [], false).refused).toEqual([link])
    const before = known('link', 0, { size: 0, modified: 0, state: 'skipped', cause: 'link' })
    expect(findChanges({ files: [], refused: [link] }, [before], false)).toMatchObject({ refused: [], removed: [] })
  })

  describe('with containers', () => {
    const box = [known('box', 1), known('box!/1', 1, { container: 'box' }), known('box!/2', 1, { container: 'box' })]

    it('leaves the members of one that did not change', () => {
      const { unchanged, toRead, members } = findChanges({ files: [seen('box', 1)], refused: [] }, box, false)
      expect({ unchanged: paths(unchanged), toRead, members: members.size }).toEqual({
        unchanged: ['box', 'box!/1', 'box!/2'],
        toRead: [],
        members: 0,
      })
    })

    it('tells which members one that changed had', () => {
      const { toRead, members } = findChanges({ files: [seen('box', 1, 2)], refused: [] }, box, false)
      expect(paths(toRead)).toEqual(['box'])
      expect(members).toEqual(new Map([['box', new Set(['box!/1', 'box!/2'])]]))
    })

    it('reads one again that ended before its own record was written, or that lost a reader', () => {
      expect(paths(findChanges({ files: [seen('box', 1)], refused: [] }, box.slice(1), false).toRead)).toEqual(['box'])
      const lost = [...box, known('box!/3', 1, { container: 'box', state: 'failed', cause: 'timeout' })]
      expect(paths(findChanges({ files: [seen('box', 1)], refused: [] }, lost, false).toRead)).toEqual(['box'])
    })

    it('lets members go or move with it', () => {
      expect(findChanges({ files: [], refused: [] }, box, false).removed).toEqual(['box', 'box!/1', 'box!/2'])
      const { moved, unchanged } = findChanges({ files: [seen('crate', 1)], refused: [] }, box, false)
      expect(moved).toEqual([{ from: 'box', to: 'crate', toBytes: null }])
      expect(paths(unchanged)).toEqual(['box!/1', 'box!/2'])
    })
  })
})
