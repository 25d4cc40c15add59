import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode'
import { encodingNamed } from './encoding'

describe('encodingNamed', () => {
  it.each([
    ['CP932', 'shift_jis', '日本①', 'cp932'],
    ['EUC-KR', 'euc-kr', '똠방각하', 'cp949'],
    ['big5', 'big5', '行政院', 'big5'],
    ['cp949', 'euc-kr', '똠방각하', 'cp949'],
    ['MacCyrillic', 'x-mac-cyrillic', 'Москва', 'maccyrillic'],
    ['TIS620', 'windows-874', 'ประเทศ', 'tis620'],
    ['CP850', 'cp850', 'Größe', 'cp850'],
    ['IBM855', 'cp855', 'Москва', 'cp855'],
    ['PTCP154', 'pt154', 'Қазақстан', 'pt154'],
    ['KZ-1048', 'rk1048', 'Қазақстан', 'rk1048'],
    ['UTF-32LE', 'utf32le', 'Größe', 'utf32le'],
  ])('%s is %s', async (label, name, words, as) => {
    const encoding = await encodingNamed(label)
    expect([encoding?.name, encoding?.decode(iconv.encode(words, as))]).toEqual([name, words])
  })

  it('knows nothing by names nobody uses', async () => {
    expect(await encodingNamed('klingon-9')).toBeNull()
  })
})

describe('decode', () => {
  const RUSSIAN =
    'Президент заявил в пятницу, что переговоры в столице прошли успешно и будут продолжены в следующем месяце.'
  it.each([
    ['cp866', RUSSIAN, 'ibm866'],
    ['koi8-r', RUSSIAN, 'koi8-r'],
    ['windows-1251', RUSSIAN, 'windows-1251'],
    [
      'shift_jis',
      '政府は十七日、東京で開かれた会議で新しい経済政策を発表した。首相は記者会見で対策を急ぐ考えを示した。',
      'shift_jis',
    ],
    [
      'cp949',
      '정부는 십칠일 서울에서 열린 회의에서 새로운 경제 정책을 발표했다. 총리는 기자회견에서 대책을 서두르겠다고 말했다.',
      'euc-kr',
    ],
    [
      'gbk',
      '国务院总理在北京会见了来访的外国代表团，双方就经济合作和贸易问题交换了意见，会谈在友好的气氛中进行。',
      'gb18030',
    ],
    [
      'big5',
      '行政院長今天在台北接見來訪的外國代表團，雙方就經濟合作和貿易問題交換意見，會談在友好的氣氛中進行。',
      'big5',
    ],
    [
      'windows-1253',
      'Ο πρωθυπουργός δήλωσε την Παρασκευή ότι οι συνομιλίες στην πρωτεύουσα ήταν επιτυχείς και θα συνεχιστούν.',
      'windows-1253',
    ],
    [
      'windows-1256',
      'قال الرئيس يوم الجمعة إن المحادثات في العاصمة كانت ناجحة وستستمر في الشهر المقبل مع الوفد الزائر.',
      'windows-1256',
    ],
  ])('tells %s from the bytes alone', async (as, words) => {
    expect((await decode(iconv.encode(words, as))).text).toBe(words)
  })

  it('believes a declaration that the bytes bear out, of any code page', async () => {
    expect(await decode(iconv.encode('Größe', 'cp850'), 'cp850')).toMatchObject({
      text: 'Größe',
      encoding: 'cp850',
      confidence: 1,
    })
  })
})
