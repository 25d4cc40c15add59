import { makeAnchor } from '../evidence/anchor'
import type { BriefingCitation, BriefingDocument, BriefingSentence, CitedArticle, SentenceType } from './types'

/** Stands for sha256, which the domain has not: 64 hex digits that every letter of the text changes. */
export function sha256(text: string): string {
  let digits = ''
  for (let word = 0; word < 8; word++) {
    let hash = 0x811c9dc5 ^ word
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    digits += (hash >>> 0).toString(16).padStart(8, '0')
  }
  return digits
}

/** An article of the sample with its text. */
export interface SampleArticle extends CitedArticle {
  text: string
}

function article(path: string, text: string, header: Partial<CitedArticle>): SampleArticle {
  const bare = { title: null, date: null, agency: null, place: null, language: 'en' }
  return { ...bare, ...header, path, text, sha256: sha256(text) }
}

/** Invented wire stories in five scripts. */
export const ARTICLES = {
  lps: article(
    '2019-03-12/lps_1120.txt',
    'MARENZA, March 12 (LPS) - Seven people died and 23 were injured when dust in the conveyor hall of Grain Terminal No. 3 ' +
      'ignited at 6:40 a.m., the Marenza Port Authority said.\n\n“We lost seven colleagues this morning, and I know every one of ' +
      'their families,” director Ilse Darvan said. “Grain will leave Marenza again by Friday.”\n\nThe port shipped 4.2 million tonnes ' +
      'of Tarvenian grain in the first nine months of the season, up 12 percent from a year earlier.\n',
    {
      title: 'Fire at Marenza grain terminal under control, authority says',
      date: '2019-03-12T11:20',
      agency: 'Liranian Press Service',
      place: 'Marenza',
      names: ['Marenza', 'Marenza Port Authority', 'Ilse Darvan', 'LPS', 'Grain Terminal No. 3'],
    },
  ),
  tarvinform: article(
    '2019-03-12/тарвинформ.txt',
    'ТАРВОГРАД. 12 марта. ТАРВИНФОРМ – На терминале погибли 17 человек, сообщили врачи порта. «Мы приостанавливаем отгрузку ' +
      'зерна», – заявил министр Рустам Алдеев.\n',
    {
      title: 'Тарвения приостанавливает отгрузку зерна через Маренцу',
      date: '2019-03-12T16:40',
      agency: 'Тарвинформ',
      place: 'Тарвоград',
      language: 'ru',
      names: ['Рустам Алдеев', 'Тарвинформ', 'Тарвоград', 'Маренца', 'Тарвения'],
    },
  ),
  kazakh: article('2018/форум.txt', 'Форумда 30 келісімге қол қойылды. «Біз бірге өсеміз», – деді ол Өскеменде.\n', {
    title: 'Өңіраралық форум өз жұмысын аяқтады',
    date: '2018-10-17',
    agency: 'Ақжолинформ',
    language: 'kk',
    names: [],
  }),
  arabic: article(
    '2019-03-13/as-sahil.txt',
    'قال مدير الميناء إن ٢٣ شخصا أصيبوا في الحريق. «سنعيد فتح الميناء يوم الجمعة».\n',
    {
      title: 'حريق في ميناء مارنزا',
      date: '2019-03-13',
      agency: 'الساحل',
      language: 'ar',
      names: [],
    },
  ),
  chinese: article('dongan.txt', '港口局长说：“粮食将在星期五前重新装运。”火灾造成23人受伤。\n', {
    title: '马伦扎港口火灾',
    date: '2019-03-13',
    agency: '东安社',
    language: 'zh',
    names: [],
  }),
} as const

let ids = 0

/** A citation of the first place where `words` stand in an article. */
export function cite(source: SampleArticle, words: string, more: Partial<BriefingCitation> = {}): BriefingCitation {
  const start = source.text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not stand in ${source.path}`)
  const anchor = makeAnchor(source.text, start, start + words.length, { articleId: source.sha256, path: source.path })
  const { text: _text, ...known } = source
  return {
    id: `c${++ids}`,
    anchor,
    state: 'exact',
    changed: false,
    article: known,
    passage: { start, end: start + words.length, text: words },
    figures: [],
    ...more,
  }
}

/** A sentence with an id of its own. */
export function sentence(
  type: SentenceType,
  text: string,
  citations: readonly BriefingCitation[] = [],
  scale: Partial<Pick<BriefingSentence, 'likelihood' | 'confidence'>> = {},
): BriefingSentence {
  return { id: `s${++ids}`, type, text, likelihood: null, confidence: null, ...scale, citations }
}

/** A briefing with every type of sentence and five scripts that the gate lets pass. */
export function sampleBriefing(): BriefingDocument {
  const { lps, tarvinform, kazakh, arabic, chinese } = ARTICLES
  const died = cite(lps, 'Seven people died and 23 were injured')
  return {
    title: 'Marenza port fire: seventeen dead by the doctors’ count, seven by the port’s',
    marking: 'TLP:AMBER',
    author: 'K. Amsel',
    sections: [
      {
        id: 'a',
        heading: 'Key points',
        sentences: [
          sentence('fact', 'Dust in the conveyor hall ignited on 12 March 2019, the Marenza Port Authority said.', [
            cite(
              lps,
              'dust in the conveyor hall of Grain Terminal No. 3 ignited at 6:40 a.m., the Marenza Port Authority said.',
            ),
          ]),
          sentence('figure', 'Doctors of the port count 17 dead, the port seven.', [
            cite(tarvinform, 'погибли 17 человек'),
            died,
          ]),
          sentence('judgement', 'It is likely that the port’s first figure counted the conveyor hall only.', [], {
            likelihood: 'likely',
          }),
          sentence('judgement', 'This rests on the wording of one statement and on no denial.', [], {
            confidence: 'moderate confidence',
          }),
          sentence('gap', 'No source says when the hospital first told the port.'),
        ],
      },
      {
        id: 'b',
        heading: 'What was said',
        sentences: [
          sentence('quote', '“Grain will leave Marenza again by Friday,” Darvan said.', [
            cite(lps, 'Grain will leave Marenza again by Friday.'),
          ]),
          sentence('quote', '«Мы приостанавливаем отгрузку зерна», – заявил Рустам Алдеев.', [
            cite(tarvinform, '«Мы приостанавливаем отгрузку зерна», – заявил министр Рустам Алдеев.'),
          ]),
          sentence('figure', 'Форумда 30 келісімге қол қойылды.', [cite(kazakh, 'Форумда 30 келісімге қол қойылды.')]),
          sentence('figure', 'قال مدير الميناء إن ٢٣ شخصا أصيبوا.', [
            cite(arabic, 'قال مدير الميناء إن ٢٣ شخصا أصيبوا في الحريق.'),
          ]),
          sentence('quote', '港口局长说：“粮食将在星期五前重新装运。”', [
            cite(chinese, '港口局长说：“粮食将在星期五前重新装运。”'),
          ]),
          sentence('figure', 'The port shipped about 4 million tonnes of grain in nine months.', [
            cite(lps, 'The port shipped 4.2 million tonnes of Tarvenian grain in the first nine months of the season'),
          ]),
          sentence('assumption', 'Berths 4 and 5 stay closed for as long as the hall is a place of investigation. 🌾'),
        ],
      },
    ],
  }
}
