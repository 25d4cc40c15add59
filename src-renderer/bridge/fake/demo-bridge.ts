import { FakeBridge } from './fake-bridge'

const SEEDS = import.meta.glob<string>('../../../seeds/**/*.{txt,md}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const ARABIC = /\p{Script=Arabic}/u
const CYRILLIC = /\p{Script=Cyrillic}/u
const HAN = /\p{Script=Han}/u

const languageOf = (text: string) =>
  ARABIC.test(text)
    ? 'ar'
    : HAN.test(text)
      ? 'zh'
      : (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > 40 && CYRILLIC.test(text)
        ? 'ru'
        : 'en'

/**
 * The fake bridge over the sample corpus, for the development page. `?open=0` starts without a workspace, `?scan=1` in the
 * middle of reading, `?many=5000` repeats the articles.
 */
export function createDemoBridge(params: URLSearchParams): FakeBridge {
  const seeds = Object.entries(SEEDS)
    .map(([path, text]) => ({ path: path.replace(/^.*seeds\//u, ''), text }))
    .filter(({ path }) => !/README|truths/u.test(path))
  const many = Number(params.get('many') ?? 0)
  const articles = seeds.map(({ path, text }, i) => ({
    path,
    text,
    language: languageOf(text),
    read: i % 3 === 0,
    starred: i % 11 === 4,
  }))
  for (let i = articles.length; i < many; i++) {
    const original = articles[i % seeds.length]
    if (original) articles.push({ ...original, path: `copies/${i}-${original.path}` })
  }
  const scan = params.get('scan') === '1'
  const total = 19_043
  return new FakeBridge({
    articles,
    open: params.get('open') !== '0',
    status: scan
      ? {
          phase: 'text',
          text: { done: 12_870, total },
          analysis: { done: 761, total },
          current: '2019/03/12/norden_wire_1331.txt',
          secondsLeft: 2,
          attention: 3,
          formats: [
            { format: 'txt', indexed: 11_204, partial: 0, failed: 0 },
            { format: 'html', indexed: 1_212, partial: 8, failed: 3 },
          ],
        }
      : { attention: 3 },
  })
}
