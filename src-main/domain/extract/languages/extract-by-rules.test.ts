import { describe, expect, it } from 'vitest'
import { readDocument } from '../document'
import type { ArticleHeader } from '../types'
import { extractByRules } from './extract-by-rules'
import { readChineseNumeral } from './read-number'

const HEADER: ArticleHeader = {
  title: null, date: null, dateOrigin: 'none', dateline: null, datelineOrigin: 'none', placeSpan: null, agencySpan: null, author: null, bodyStart: 0,
} // prettier-ignore

function read(language: string, text: string) {
  const found = extractByRules(readDocument(text, language), HEADER)
  if (!found) throw new Error(`No rules for ${language}`)
  const nameOf = (id: string | null) => found.entities.find((entity) => entity.id === id)?.name ?? null
  return {
    names: found.entities.map(({ type, name }) => `${type} ${name}`),
    figures: found.figures.map(({ value, unit }) => [value, unit]),
    quotes: found.attributions.map(({ content, source }) => [
      content.map(({ text: words }) => words).join(' / '),
      nameOf(source.entityId) ?? source.text,
    ]),
    spans: [
      ...found.entities.flatMap(({ mentions }) => mentions),
      ...found.figures,
      ...found.attributions.flatMap(({ content }) => content),
    ],
  }
}

describe('figures by rules', () => {
  it.each<[string, string, [number, string | null][]]>([
    ['ru', 'Ущерб оценили в 1,86 млрд рублей, пострадали двадцать пять человек.', [[1.86e9, 'RUB'], [25, 'people']]],
    ['ru', 'Вывезены 8 600 человек, цены выросли на 4,5 процента.', [[8600, 'people'], [4.5, 'percent']]],
    ['ru', 'Это было 12 марта 2019 года в 18:40, школа № 3, на 12-й день.', []],
    ['ru', 'За двое суток прошли 300 километров.', [[2, 'day'], [300, 'km']]],
    ['kk', 'Үш мыңға жуық адам келді, 9 миллиард теңге бөлінді.', [[3000, 'people'], [9e9, 'KZT']]],
    ['fr', 'Le projet coûte 1,3 million d’euros ; 8 600 personnes, soit 60 %, sont concernées.', [[1.3e6, 'EUR'], [8600, 'people'], [60, 'percent']]],
    ['fr', 'Une vingtaine de promeneurs sont venus le 3 juin 2020.', [[20, 'people']]],
    ['es', 'Al menos 1.200 personas y 2,5 millones de euros, un 3 por ciento.', [[1200, 'people'], [2.5e6, 'EUR'], [3, 'percent']]],
    ['ar', 'قُتل ٤٥ شخصاً وبلغت الخسائر 20 ألف دولار، أي 3.5 في المئة.', [[45, 'people'], [20_000, 'USD'], [3.5, 'percent']]],
    ['zh', '全长1340公里，投资3.2亿元，四百公里在境外，增长27%。', [[1340, 'km'], [3.2e8, 'CNY'], [400, 'km'], [27, 'percent']]],
    ['zh', '2018年10月18日上午9时，第3届论坛开幕。', []],
  ])('%s: %s', (language, text, figures) => {
    expect(read(language, text).figures).toEqual(figures)
  }) // prettier-ignore

  it.each([['三十', 30], ['四百', 400], ['两千', 2000], ['一百二十', 120], ['九', 9], ['二二', null]] as const)('%s is %s', (printed, value) => {
    expect(readChineseNumeral(printed)).toBe(value)
  }) // prettier-ignore
})

describe('names by capitals', () => {
  it('brings the cases of a Russian name together, under its nominative', () => {
    const { names } = read(
      'ru',
      'Президента Григория Салтанова ждали в Кестринской области. Встречу с Салтановым обещали в Казахстане.',
    )
    expect(names).toEqual(['person Григорий Салтанов', 'place Кестринской области', 'place Казахстан'])
  })
  it('keeps two people of one family name apart', () => {
    const { names } = read(
      'ru',
      'Губернатор Лев Орлин и гидролог Анна Орлина молчат. Позже Орлин уехал, а Орлина осталась.',
    )
    expect(names).toEqual(['person Лев Орлин', 'person Анна Орлина'])
  })
  it.each([
    ['fr', 'Le président Emmanuel Macron est arrivé à Berlin.', ['person Emmanuel Macron', 'place Berlin']],
    ['es', 'El presidente Pedro Sánchez llegó a Madrid.', ['person Pedro Sánchez', 'place Madrid']],
    ['kk', 'Президент Нұрсұлтан Назарбаев Астанада сөз сөйледі.', ['person Нұрсұлтан Назарбаев', 'place Астанада']],
    ['ru', 'Компания «Полярный путь» и ООН договорились.', ['organization Полярный', 'organization ООН']],
    ['fr', 'Le matin, il pleut. Demain aussi.', []],
  ])('%s: %s', (language, text, names) => {
    expect(read(language, text).names).toEqual(names)
  })
})

describe('quotes by their marks', () => {
  it.each([
    ['ru', 'Министр Рустам Алдеев прибыл. «Мы не можем ждать вечно, — сказал Алдеев журналистам. — Порт откроется завтра».',
      [['Мы не можем ждать вечно, / Порт откроется завтра', 'Рустам Алдеев']]],
    ['ru', 'Анна Орлина молчала. Лев Орлин вышел. Она сказала: «Пик ещё не прошёл».', [['Пик ещё не прошёл', 'Анна Орлина']]],
    ['ru', 'Губернатор Лев Орлин заявил, что ущерб велик.', [['ущерб велик', 'Лев Орлин']]],
    ['fr', 'Le gouverneur Lev Orlin est là. « Nous avons compté les maisons, a-t-il déclaré. La récolte viendra. »',
      [['Nous avons compté les maisons, / La récolte viendra.', 'Lev Orlin']]],
    ['es', '“No hay motivo de alarma”, dijo la ministra Ana Ruiz.', [['No hay motivo de alarma', 'Ana Ruiz']]],
    ['ar', 'وقالت مديرة الهيئة: «المياه غير صالحة للشرب الآن».', [['المياه غير صالحة للشرب الآن', 'مديرة الهيئة']]],
    ['zh', '总统在开幕式上说：“铁路不问谁大谁小。”', [['铁路不问谁大谁小。', '总统在开幕式上']]],
    ['kk', '«Бізге кесте керек», — деді Данияр Сейітқұл.', [['Бізге кесте керек', 'Данияр Сейітқұл']]],
    ['ru', 'Газета «Вечерние новости города» закрылась.', []],
  ])('%s: %s', (language, text, quotes) => {
    const found = read(language, text)
    expect(found.quotes).toEqual(quotes)
    for (const { start, end, text: words } of found.spans) expect(words).toBe(text.slice(start, end))
  }) // prettier-ignore
})

it('leaves languages without rules to others', () => {
  expect(extractByRules(readDocument('Guten Tag.', 'de'), HEADER)).toBeNull()
})
