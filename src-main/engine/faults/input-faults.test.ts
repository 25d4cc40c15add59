import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../domain/evidence/edited-articles.fixture'
import { wellFormed } from '../../domain/evidence/well-formed'
import { noteRevision } from '../../sql/casebook/notes'
import { articleAtPath, articlePaths, countArticles, readArticle } from '../../sql/index/article'
import { packedDocx } from '../formats/zip/packed.fixture'
import { noteHash } from '../casebook/content-hash'
import { bodyOf, noteInput } from '../casebook/casebook.fixture'
import { saveNote } from '../casebook/save-note'
import { runSearch } from '../search/run-search'
import type { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { hostileFiles } from './hostile-files.fixture'
import { canaries, makeScene, Scene } from './scene.fixture'

/** Mutated copies of each seed; `npm run test:inputs -- --full` makes 500. */
const MUTANTS = process.env['DATELINE_FULL'] ? 500 : 8
/** Files of the one large folder; the full form has as many as the table says. */
const CROWD = process.env['DATELINE_FULL'] ? 20_000 : 2_000

/** Reads a folder whose files `plant` makes, looks that each has one end and that the canary is found, and closes it after `look`. */
async function read(plant: (scene: Scene) => void, look: (session: Session, scene: Scene, ends: Ends) => unknown) {
  const scene = new Scene()
  writeFileSync(scene.source('canary.txt'), 'The kanarienvogel sings.')
  plant(scene)
  const session = await scene.open({ read: false })
  const report = await session.pipeline.run('text')
  const { files, indexed, partial, unchanged, moved, skipped, failed } = report
  expect(indexed + partial + unchanged + moved + skipped + failed).toBe(files)
  expect(canaries(session)).toEqual(['canary.txt'])
  const ends = new Map(report.problems.map(({ path, state, reason }) => [path, `${state}: ${reason}`]))
  await look(session, scene, ends)
  await session.close()
}
type Ends = ReadonlyMap<string, string>

const found = (session: Session, typed: string): string[] =>
  runSearch(session.index, typed, { sort: 'relevance', limit: 50, offset: 0 }).hits.map(({ facts }) => facts.path)

describe('names, links and what is no file', () => {
  it('B14, B16, B21 names in two forms of Unicode, with bidi overrides, and at the end of a path of 4,000 bytes', () =>
    read(
      (scene) => {
        writeFileSync(scene.source('Café.txt'.normalize('NFC')), 'Composed words')
        writeFileSync(scene.source('Cafe\u0301-2.txt'), 'Decomposed words')
        writeFileSync(scene.source('report\u202Etxt.exe.txt'), 'Overridden words')
        execFileSync('sh', ['-c', 'cd "$1" && for i in $(seq 1 39); do mkdir "$2" && cd "$2" || exit 1; done && echo "Deep words" > deep.txt', 'sh', scene.folder, 'd'.repeat(98)]) // prettier-ignore
      },
      (session) => {
        expect(found(session, 'words')).toHaveLength(4)
        expect(found(session, 'overridden')).toEqual(['report\u202Etxt.exe.txt'])
        expect(found(session, 'deep')[0]).toMatch(/d\/deep\.txt$/)
      },
    ))

  it('B22, B23, B24 links in loops, to places outside and to nothing', () =>
    read(
      (scene) => {
        mkdirSync(scene.source('a'))
        symlinkSync('../a', join(scene.source('a'), 'self'))
        symlinkSync(scene.folder, join(scene.source('a'), 'root'))
        symlinkSync('/etc/passwd', scene.source('passwd.txt'))
        symlinkSync('/etc', scene.source('etc'))
        symlinkSync('nothing.txt', scene.source('dangling.txt'))
        writeFileSync(join(scene.source('a'), 'once.txt'), 'Read once')
      },
      (session, _scene, ends) => {
        expect(articlePaths(session.index).map(({ path }) => path).sort()).toEqual(['a/once.txt', 'canary.txt']) // prettier-ignore
        expect(ends.get('passwd.txt')).toMatch(/^skipped: .*outside/)
        expect(ends.get('etc')).toMatch(/^skipped: .*outside/)
        expect(ends.get('dangling.txt')).toMatch(/^skipped: /)
        expect(found(session, 'root')).toEqual([])
      },
    ))

  it.each<[string, (path: string) => unknown]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device without end', (path) => symlinkSync('/dev/zero', path)],
    ['a folder', (path) => mkdirSync(path)],
    ['a file of 120 KB', (path) => writeFileSync(path, '*.txt\n'.repeat(20_000))],
  ])('B25 %s in the place of the ignore list leaves nothing out and holds nothing up', (_, plant) =>
    read(
      (scene) => void plant(scene.source('.datelineignore')),
      (session) => expect(countArticles(session.index)).toBe(1),
    ),
  )

  it('B27 a thousand copies and hard links of one text: one article under all its paths', () =>
    read(
      (scene) => {
        writeFileSync(scene.source('first.txt'), 'The same words')
        for (let i = 0; i < 500; i++) linkSync(scene.source('first.txt'), scene.source(`link-${i}.txt`))
        for (let i = 0; i < 500; i++) copyFileSync(scene.source('first.txt'), scene.source(`copy-${i}.txt`))
      },
      (session) => {
        expect(countArticles(session.index)).toBe(2)
        expect(readArticle(session.index, articleAtPath(session.index, 'first.txt') ?? '')?.paths).toHaveLength(1001)
      },
    ))

  it(
    `B28 ${CROWD} files in one folder: all read, and nothing read again when nothing changed`,
    { timeout: 300_000 },
    () =>
      read(
        (scene) => {
          for (let i = 0; i < CROWD; i++) writeFileSync(scene.source(`${i}.txt`), `Report number ${i}.`)
        },
        async (session) => {
          expect(countArticles(session.index)).toBe(CROWD + 1)
          expect(await session.pipeline.run('text')).toMatchObject({ unchanged: CROWD + 1, indexed: 0 })
        },
      ),
  )

  it('B59 times in 1970, 2106 and before: in the list all the same', () =>
    read(
      (scene) => {
        for (const [name, time] of [['old', 0], ['late', 4_294_967_295], ['before', -86_400]] as const) {
          writeFileSync(scene.source(`${name}.txt`), `Timed words of ${name}`)
          utimesSync(scene.source(`${name}.txt`), time, time)
        }
      }, // prettier-ignore
      async (session) => {
        expect(found(session, 'timed').sort()).toEqual(['before.txt', 'late.txt', 'old.txt'])
        expect(await session.pipeline.run('text')).toMatchObject({ unchanged: 4 })
      },
    ))
})

describe('files that change while they are read', () => {
  /** A pool that changes the folder just before it reads. */
  const disturbed = (change: () => void): ReturnType<typeof inlinePool> => {
    const pool = inlinePool()
    let once = change
    return {
      ...pool,
      run: (task, onPart) => {
        if (task.kind === 'read') {
          once()
          once = () => undefined
        }
        return pool.run(task, onPart)
      },
    }
  }

  it('B29 a file that grows between list and read: read as it is then, and again when it has grown on', async () => {
    const scene = new Scene()
    writeFileSync(scene.source('growing.txt'), 'First words.')
    const grow = () => appendFileSync(scene.source('growing.txt'), ' Later words.')
    const session = await scene.open({ read: false, pool: disturbed(grow) })
    await session.pipeline.run('text')
    expect(found(session, 'later')).toEqual(['growing.txt'])
    grow()
    await session.pipeline.run('text')
    const text = readArticle(session.index, articleAtPath(session.index, 'growing.txt') ?? '')?.text
    expect(text).toBe('First words. Later words. Later words.')
    await session.close()
  })

  it('B30 a file deleted between list and read: vanished, no error', async () => {
    const scene = new Scene()
    for (const name of ['gone', 'stays']) writeFileSync(scene.source(`${name}.txt`), `Words of ${name}.`)
    const session = await scene.open({ read: false, pool: disturbed(() => rmSync(scene.source('gone.txt'))) })
    expect(await session.pipeline.run('text')).toMatchObject({ files: 1, indexed: 1, failed: 0 })
    expect(found(session, 'words')).toEqual(['stays.txt'])
    await session.close()
  })
})

describe('what is typed and pasted', () => {
  const HOSTILE = ['"', '""', '*', 'a AND', 'NEAR(', 'col:x', '^', '('.repeat(300), ')'.repeat(300), 'a\0b', "'; DROP TABLE article; --", 'kanarienvogel '.repeat(7_000), '-', 'OR OR OR', '\ud800', '{a b}: c', 'a:'.repeat(500)] // prettier-ignore

  it('B55 whatever stands in the search box: an outcome, never an error', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    for (const typed of HOSTILE) {
      const outcome = runSearch(session.index, typed, { sort: 'relevance', limit: 5, offset: 0 })
      expect(outcome.total, typed.slice(0, 30)).toBeGreaterThanOrEqual(0)
    }
    await session.close()
    await scene.expectWhole()
  })

  it('B56 a pattern that would run for ages elsewhere: answered in time linear to the text', async () => {
    await read(
      (scene) => writeFileSync(scene.source('as.txt'), `${'a'.repeat(40)}! ${'Some words. '.repeat(2_000)}`),
      (session) => {
        const started = performance.now()
        runSearch(session.index, '/(a+)+b/', { sort: 'relevance', limit: 5, offset: 0 })
        // Ages means hours: a backtracking engine doubles its time with every letter.
        expect(performance.now() - started).toBeLessThan(10_000)
      },
    )
  })

  it('B12, B57 lone surrogates and two megabytes pasted: saved, and equal to what is read again', async () => {
    const scene = await makeScene()
    const session = await scene.open()
    const store = session.store()
    for (const words of ['torn \ud83d apart \udc00', 'Pasted words. '.repeat(150_000), 'NUL \0 and \u2028 breaks']) {
      const saved = saveNote(store, noteInput({ title: words.slice(0, 900), body: bodyOf(words) }))
      const stored = noteRevision(store.casebook, saved.id, saved.revision)
      expect(stored && noteHash(stored)).toBe(stored?.sha256)
      expect(stored?.body).toBe(JSON.stringify(bodyOf(wellFormed(words))))
    }
    await session.close()
    await scene.expectWhole()
  })
})

describe('mutations', () => {
  it(`B60 ${MUTANTS} mutations of each seed: one end each, the canary found`, { timeout: 1_800_000 }, async () => {
    const seeds = (await hostileFiles()).filter(({ bytes }) => bytes.length < 60_000)
    const plain = [
      ['plain.txt', Buffer.from('MARENZA, March 12 (LPS) - Plain words of the harbour. '.repeat(20))],
      [
        'page.html',
        Buffer.from('<!doctype html><html><body><article><h1>Title</h1><p>Words</p></article></body></html>'),
      ],
      ['notes.md', Buffer.from('---\ntitle: X\n---\n# Head\n\nWords *and* [links](x)')],
      ['rich.rtf', Buffer.from('{\\rtf1\\ansi Rich \\b words\\b0 \\par}')],
      ['whole.docx', packedDocx('<w:p><w:r><w:t>Whole words</w:t></w:r></w:p>')],
    ] as const
    const random = seededRandom(60)
    const all = [...plain, ...seeds.map(({ name, bytes }) => [name, bytes] as const)]
    await read(
      (scene) => {
        for (const [name, bytes] of all)
          for (let round = 0; round < MUTANTS; round++) {
            const mutant = Buffer.from(bytes)
            // 0.4 % of the bits, at least one.
            for (let flips = Math.max(1, Math.round(mutant.length * 8 * 0.004)); flips > 0; flips--) {
              const at = Math.floor(random() * mutant.length)
              mutant[at] = (mutant[at] ?? 0) ^ (1 << Math.floor(random() * 8))
            }
            writeFileSync(scene.source(`${round}-${name}`), mutant)
          }
      },
      (session) => expect(session.pipeline.status().phase).toBe('idle'),
    )
  })
})
