import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import type { FileState } from '../../sql/index/records'
import { articleAtPath, readArticle } from '../../sql/index/article'
import { runSearch } from '../search/run-search'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'

const RUSSIAN =
  'Президент России Владимир Путин заявил в пятницу, что переговоры в Челябинске прошли успешно и будут продолжены. '
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
/** Bytes of a text in an eight-bit encoding, by asking the decoder what each byte is. */
const encoded = (text: string, encoding: string): Buffer => {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  )
  return Buffer.from(Array.from(text, (char) => table.get(char) ?? 63))
}

/** The same for encodings of two bytes. */
const encodedWide = (text: string, encoding: string): Buffer => {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      const char = decoder.decode(Uint8Array.of(first, second))
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [first, second])
    }
  return Buffer.from(Array.from(text).flatMap((char) => table.get(char) ?? [char.charCodeAt(0) & 127]))
}
const CHINESE =
  '国务院总理在北京会见了来访的外国代表团，双方就经济合作和贸易问题交换了意见。会谈在友好的气氛中进行，记者从外交部获悉，代表团将在上海继续访问。'
const JAPANESE =
  '政府は十七日、東京で開かれた会議で新しい経済政策を発表した。首相は記者会見で、景気の回復に向けた対策を急ぐ考えを示した。'
const KOREAN =
  '정부는 십칠일 서울에서 열린 회의에서 새로운 경제 정책을 발표했다. 총리는 기자회견에서 경기 회복을 위한 대책을 서두르겠다고 말했다.'

interface Case {
  id: string
  name: string
  content: string | Buffer
  state: FileState
  reason?: RegExp
  text?: (text: string) => boolean
  /** A query that finds it. */
  finds?: string
}

const CASES: Case[] = [
  { id: 'B1', name: 'empty.txt', content: '', state: 'skipped', reason: /empty/ },
  { id: 'B1', name: 'empty.html', content: '', state: 'skipped', reason: /empty/ },
  { id: 'B1', name: 'blank.txt', content: ' \n\n ', state: 'skipped', reason: /no text/ },
  { id: 'B4', name: 'line.txt', content: 'word '.repeat(1_000_000), state: 'indexed' },
  { id: 'B5', name: 'token.txt', content: `${'x'.repeat(1_000_000)} harbourmaster`, state: 'indexed', finds: 'harbourmaster' },
  { id: 'B6', name: 'bom.txt', content: '\ufeffMarked words', state: 'indexed', text: (text) => text === 'Marked words' },
  { id: 'B7', name: 'le.txt', content: utf16(RUSSIAN, 'le', true), state: 'indexed', text: (text) => text === RUSSIAN },
  { id: 'B7', name: 'be.txt', content: utf16(RUSSIAN, 'be', true), state: 'indexed', text: (text) => text === RUSSIAN },
  { id: 'B8', name: 'le-bare.txt', content: utf16(RUSSIAN, 'le', false), state: 'indexed', text: (text) => text === RUSSIAN },
  { id: 'B8', name: 'be-bare.txt', content: utf16('Plain English in wide letters', 'be', false), state: 'indexed', finds: '"wide letters"' },
  { id: 'B9', name: '1251.txt', content: encoded(RUSSIAN, 'windows-1251'), state: 'indexed', text: (text) => text === RUSSIAN },
  { id: 'B9', name: 'koi8.txt', content: encoded(RUSSIAN, 'koi8-r'), state: 'partial', reason: /guessed/, text: (text) => text === RUSSIAN },
  { id: 'B9', name: '1252.txt', content: Buffer.from('A caf\xe9 in Z\xfcrich', 'latin1'), state: 'partial', reason: /guessed/, finds: 'café' },
  ...([['shift_jis', JAPANESE, '経済政策'], ['euc-jp', JAPANESE, '経済政策'], ['gb18030', CHINESE, '外国代表团'], ['big5', '行政院長今天在台北接見來訪的外國代表團，雙方就經濟合作和貿易問題交換意見。會談在友好的氣氛中進行，記者從外交部獲悉。', '外國代表團'], ['euc-kr', KOREAN, '경제']] as const).map(
    ([encoding, words, finds]): Case => ({ id: 'B9', name: `${encoding}.txt`, content: encodedWide(words, encoding), state: 'indexed', finds }),
  ),
  { id: 'B10', name: 'broken.txt', content: Buffer.concat([Buffer.from('Größe — café — naïve — señor — über — Zürich — élan '.repeat(2)), Buffer.of(0xff), Buffer.from(' tail')]), state: 'partial', reason: /could not be decoded/, finds: 'grosse tail' },
  { id: 'B11', name: 'nul.txt', content: 'Before\0after the zero and some more words to be text', state: 'indexed', text: (text) => text.includes('\0'), finds: '"after the zero"' },
  { id: 'B13', name: 'breaks.txt', content: 'one\r\ntwo\rthree\nfour\u2028five', state: 'indexed', finds: 'one two three four five' },
  { id: 'B14', name: 'nfd.txt', content: 'Café Ångström 한국 '.normalize('NFD'), state: 'indexed', finds: 'café ångström 한국' },
  { id: 'B15', name: 'ligature.txt', content: 'ﬁbrin and co\u00adoperation', state: 'indexed', finds: 'fibrin cooperation' },
  { id: 'B17', name: 'scripts.txt', content: '\u{1F600} 𠀀字 ประเทศไทย العربية', state: 'indexed', finds: 'ประเทศ العربية 字' },
  { id: 'B18', name: 'elf.txt', content: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(500)]), state: 'skipped', reason: /not a text file/ },
  { id: 'B18', name: 'random.txt', content: Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), state: 'skipped', reason: /not a text file/ },
  { id: 'B19', name: 'page.txt', content: '<!DOCTYPE html><html><body><p>Page under another name</p></body></html>', state: 'indexed', text: (text) => text === 'Page under another name' },
  { id: 'B19', name: 'paper.docx', content: '%PDF-1.4 nothing', state: 'failed', reason: /damaged/ },
  { id: 'B31', name: 'script.html', content: '<html><body><p>Safe words</p><script>evil()</script><img src=x onerror=evil()><style>p{}</style></body></html>', state: 'indexed', text: (text) => text.includes('Safe words') && !text.includes('evil') },
  { id: 'B36', name: 'deep.html', content: `<html><body>${'<div>'.repeat(20_000)}Deep words${'</div>'.repeat(20_000)}</body></html>`, state: 'partial', reason: /512/, finds: '"deep words"' },
  { id: 'B37', name: 'attributes.html', content: `<html><body><p ${'a="b" '.repeat(50_000)}>Words behind attributes<p>unclosed`, state: 'indexed', finds: '"words behind attributes"' },
  { id: 'B38', name: 'lying.html', content: '<html><head><meta charset="windows-1251"></head><body><p>Größe in UTF-8</p></body></html>', state: 'indexed', finds: 'größe' },
  { id: 'B53', name: 'nested.md', content: `${'>'.repeat(100_000)} [x](javascript:evil) words`, state: 'indexed', finds: 'words' },
  { id: 'B54', name: 'bomb.md', content: `---\na: &a ["x","x"]\nb: &b [*a,*a]\ntitle: Bombs\n---\nHarmless`, state: 'indexed', finds: 'harmless' },
] // prettier-ignore

async function read(
  files: { name: string; content: string | Buffer }[],
  prepare: (folder: string) => void = () => undefined,
) {
  const folder = temporaryFolder()
  for (const { name, content } of files) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'canary.txt'), 'The canary sings.')
  prepare(folder)
  const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
  const report = await session.pipeline.run('text')
  const find = (query: string) =>
    runSearch(session.index, query, { sort: 'relevance', limit: 50, offset: 0 }).hits.map((hit) => hit.facts.path)
  expect(find('canary')).toContain('canary.txt')
  const { files: seen, indexed, partial, unchanged, moved, skipped, failed } = report
  expect(indexed + partial + unchanged + moved + skipped + failed).toBe(seen)
  return { session, report, find }
}

describe('bad input', () => {
  it.each(CASES)('$id $name → $state', async ({ name, content, state, reason, text, finds }) => {
    const { session, report, find } = await read([{ name, content }])
    const problem = report.problems.find((entry) => entry.path === name)
    expect(problem?.state ?? 'indexed').toBe(state)
    if (reason) expect(problem?.reason).toMatch(reason)
    if (text) {
      const stored = readArticle(session.index, articleAtPath(session.index, name) ?? '')
      expect(text(stored?.text ?? '')).toBe(true)
    }
    if (finds) expect(find(finds)).toContain(name)
    await session.close()
  })

  it('B2, B3: the first 20 MB of a huge file, nothing of one above 2 GB', async () => {
    const { session, report, find } = await read(
      [{ name: 'big.txt', content: 'harbour lights '.repeat(1_500_000) }],
      (folder) => {
        writeFileSync(join(folder, 'sparse.txt'), '')
        truncateSync(join(folder, 'sparse.txt'), 3_000_000_000)
      },
    )
    expect(report.problems).toMatchObject([
      { path: 'big.txt', state: 'partial', reason: expect.stringMatching(/20 MB/) as string },
      { path: 'sparse.txt', state: 'skipped', reason: expect.stringMatching(/2 GB/) as string },
    ])
    expect(find('harbour')).toContain('big.txt')
    await session.close()
  })

  it('B20, B21: names that are no UTF-8, very long or strange are plain text', async () => {
    const strange = ['<img onerror=x>.txt', 'it\'s "quoted".txt', 'new\nline.txt', `${'n'.repeat(251)}.txt`]
    const { session, find } = await read(
      strange.map((name) => ({ name, content: 'Strange names' })),
      (folder) =>
        writeFileSync(
          Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from('.txt')]),
          'Byte names',
        ),
    )
    expect(find('"byte names"')).toEqual(['caf\\xe9.txt'])
    expect(readArticle(session.index, articleAtPath(session.index, strange[0] ?? '') ?? '')?.paths).toEqual(
      [...strange].sort(),
    )
    expect(await session.pipeline.run('text')).toMatchObject({ unchanged: strange.length + 2, indexed: 0 })
    await session.close()
  })

  it('B25: pipes are passed over without waiting for a writer', async () => {
    const { session, report } = await read([], (folder) => execFileSync('mkfifo', [join(folder, 'pipe.txt')]))
    expect(report.problems).toMatchObject([{ path: 'pipe.txt', state: 'skipped' }])
    await session.close()
  })

  it.skipIf(process.getuid?.() === 0)(
    'B26: what may not be read is counted (not as root, who may read all)',
    async () => {
      const { session, report } = await read([{ name: 'closed.txt', content: 'x' }], (folder) => {
        chmodSync(join(folder, 'closed.txt'), 0)
        mkdirSync(join(folder, 'closed'))
        chmodSync(join(folder, 'closed'), 0)
      })
      expect(report.problems.map((problem) => problem.reason)).toEqual([
        expect.stringMatching(/permission/i),
        expect.stringMatching(/permission/i),
      ])
      await session.close()
    },
  )
})
