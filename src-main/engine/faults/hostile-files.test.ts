import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleAtPath, readArticle } from '../../sql/index/article'
import { canaries, Scene } from './scene.fixture'
import { type HostileFile, hostileFiles } from './hostile-files.fixture'

const files: HostileFile[] = await hostileFiles()

describe('documents of strangers, all in one folder', () => {
  const ends = new Map<string, { state: string; reason: string | null; text: string }>()

  it('B40 to B52 read together: each has one end, the file beside them is found, nothing was written outside', async () => {
    const scene = new Scene()
    writeFileSync(scene.source('canary.txt'), 'The kanarienvogel sings.')
    for (const { name, bytes } of files) writeFileSync(scene.source(name), bytes)
    const session = await scene.open({ read: false })
    const report = await session.pipeline.run('all')
    for (const { name } of files) {
      const problem = report.problems.find(({ path }) => path === name)
      const hash = articleAtPath(session.index, name)
      const text = hash === null ? '' : (readArticle(session.index, hash)?.text ?? '')
      ends.set(name, { state: problem?.state ?? 'indexed', reason: problem?.reason ?? null, text })
    }
    const { files: seen, indexed, partial, skipped, failed } = report
    expect(indexed + partial + skipped + failed).toBe(seen)
    expect(canaries(session)).toEqual(['canary.txt'])
    expect(existsSync(join(scene.folder, '..', 'escaped.txt'))).toBe(false)
    await session.close()
  })

  it.each(files)('$row $name → $state', ({ name, state, reason, has, hasNot }) => {
    const end = ends.get(name)
    expect([name, end?.state, end?.reason]).toEqual([name, state, end?.reason])
    if (reason) expect(end?.reason).toMatch(reason)
    if (has) expect(end?.text).toContain(has)
    if (hasNot) expect(end?.text).not.toContain(hasNot)
  })
})
