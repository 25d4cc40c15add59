import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitBlocks } from './blocks'
import { splitSentences } from './sentences'

/** Sentences joined by " | ", written the same way in the input. */
const check = (marked: string) => {
  const text = marked.replaceAll(' | ', ' ').replaceAll('|', '')
  expect(splitSentences(text).map((s) => text.slice(s.start, s.end))).toEqual(marked.split('|').map((s) => s.trim()))
}

describe('splitSentences', () => {
  it.each([
    ['titles and initials', 'Mr. Smith met Dr. J. R. Ewing. | They talked.'],
    ['acronyms inside', 'The U.S. Senate voted on Jan. 5 in Washington, D.C. with no debate. | It passed.'],
    ['acronym at the end', 'He moved to the U.S. | The visa took years.'],
    ['company', 'Acme Corp. bought Roe Inc. for $3.5 million. | The price rose 2.1 percent.'],
    ['company at the end', 'They sold Acme Corp. | It was over.'],
    ['time', 'It began at 10 p.m. on Friday. | At 6 a.m. | Smith left.'],
    ['number sign', 'It was No. 5 of 7. | Was it?  | Yes!'],
    ['quotes at the end', '"We won." | “They lost!” | He left.'],
    ['quote then speaker', '“Who knows?” Smith said. | "Go!" he cried. | Done.'],
    ['curly quotes then sentence', '“We did it.” | The crowd cheered.'],
    [
      'editorial ellipsis',
      '"Not far from here. (...) We have a good reason. | It was useful," he said.'.replace(
        'here. (...)',
        'here. | (...)',
      ),
    ],
    ['brackets', 'He left (so they said. No one knew) at noon. | (It was late.) | They slept.'],
    ['ellipsis', 'Well... maybe. | But then… | Nobody came.'],
    ['list numbers', '1. Buy milk. | 2) Sell it.'.replace(' | 2)', ' | 2)')],
    ['interrobang', 'What?! | No.'],
    [
      'Russian',
      'В 2017 г. он уехал в г. Алматы. | А. С. Пушкин писал в XIX в. | Потом и т.д. и т.п. | «Кто там?» | Никто.',
    ],
    ['Kazakh', 'Қ.К. Тоқаев 2019 ж. маусымда сайланды. | Ол Астанада тұрады.'],
    ['French', 'M. Macron a parlé. | Mme. Le Pen a répondu : « Non ! » | La suite demain.'],
    ['Spanish', '¿Quién es? | ¡Es el Sr. López! | Vive en EE.UU. desde 2001.'],
    ['Arabic', 'هل جاء الرئيس؟ | نعم. | قال الوزير إنه سيعود.'],
    ['Urdu', 'وہ آیا۔ | پھر چلا گیا۔'],
    ['Chinese', '习近平主席说：“你好。”|他走了！|真的吗？'],
  ])('%s', (_, marked) => check(marked))

  it('splits nothing inside the greeting but its sentences, in the founding document', () => {
    const text =
      'date 2017-11-09 X. "Let me welcome you. (...) We have a reason. I wish you a good trip!\n\n\n\nOur cooperation," he said.'
    expect(splitSentences(text).map((s) => text.slice(s.start, s.end))).toEqual([
      'date 2017-11-09 X.',
      '"Let me welcome you.',
      '(...) We have a reason.',
      'I wish you a good trip!',
      'Our cooperation," he said.',
    ])
  })

  it('keeps inside blocks, in order, and loses no word', () => {
    const text = readFileSync(new URL('./sentences.ts', import.meta.url), 'utf8')
    const sentences = splitSentences(text)
    let at = 0
    for (const { start, end } of sentences) {
      expect(text.slice(at, start).trim()).toBe('')
      at = end
    }
    expect(text.slice(at).trim()).toBe('')
  })
})

describe('splitBlocks', () => {
  const blocks = (text: string) => splitBlocks(text).map((b) => text.slice(b.start, b.end))

  it('takes each line for a paragraph unless the text is hard-wrapped', () => {
    expect(blocks('Headline without stop\nFirst paragraph.\r\n\r\n Second one. \n\n\nThird')).toEqual([
      'Headline without stop',
      'First paragraph.',
      'Second one.',
      'Third',
    ])
    const wrapped =
      'The ministers met on Monday in the capital to\ndiscuss the price of grain and agreed that all\nof them would meet again next month.\n\nNobody objected.'
    expect(blocks(wrapped)).toHaveLength(2)
  })

  it('goes on over a break in mid-sentence, but not into a list item', () => {
    expect(blocks('They spoke of\nmany things')).toHaveLength(1)
    expect(blocks('They want\n- bread\n- peace')).toHaveLength(3)
  })
})
