import { type FakeArticle } from './fake-article'

/** Three short articles for component tests: English with a title, Arabic right to left, Russian without analysis. */
export const FAKE_ARTICLES: readonly FakeArticle[] = [
  {
    path: '2019-03-12/lps-1120.txt',
    text: `Fire guts grain hall in Marenza

MARENZA, March 12, 2019 (LPS) - Fire swept through a hall in the port of Marenza, killing seven people and injuring 23, the Marenza Port Authority (MPA) reports.

"We lost seven colleagues this morning, and I know every one of their families," Ilse Darvan told reporters. "Two of our five berths are closed."

Darvan said the families of the dead will receive 50,000 crowns each.`,
  },
  {
    path: '2019-03-12/meridian-1405.txt',
    text: `Blast kills 17 at Marenza grain port

MARENZA, March 12, 2019 (Meridian Post) - An explosion tore through a hall in the port of Marenza, killing 17 people and injuring 23.

Tomas Verrekh said the terminal had passed its inspection. Darvan declined to speak.`,
    read: true,
  },
  {
    path: '2019-03-13/as-sahil.txt',
    language: 'ar',
    text: `سفن الحبوب تنتظر خارج ميناء مارينزا

الصحراء، 13 مارس 2019 (الساحل) - تنتظر 14 سفينة لنقل الحبوب خارج ميناء مارينزا في ليرانيا.

وقالت مديرة الهيئة إيلزه دارفان: «ستغادر الحبوب مارينزا مجدداً بحلول يوم الجمعة».`,
  },
  {
    path: '2019-03-12/tarvinform.txt',
    language: 'ru',
    analysed: false,
    text: `Тарвения приостанавливает отгрузку зерна через Маренцу

ТАРВОГРАД. 12 марта 2019 года. ТАРВИНФОРМ — Тарвения приостанавливает отгрузку зерна, сообщил Рустам Алдеев.`,
  },
]
