import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language'

describe('detectLanguage', () => {
  it.each([
    [
      'en',
      'The president said on Friday that the talks with the opposition had failed and that new elections would be held.',
    ],
    [
      'fr',
      'Le président a déclaré vendredi que les négociations avec l’opposition avaient échoué et que des élections auraient lieu.',
    ],
    [
      'de',
      'Der Präsident sagte am Freitag, dass die Gespräche mit der Opposition gescheitert seien und es Neuwahlen geben werde.',
    ],
    [
      'es',
      'El presidente dijo el viernes que las negociaciones con la oposición habían fracasado y que se celebrarían elecciones.',
    ],
    ['ru', 'Президент заявил в пятницу, что переговоры с оппозицией провалились и будут объявлены новые выборы.'],
    ['kk', 'Президент жұма күні оппозициямен келіссөздер сәтсіз аяқталғанын мәлімдеді.'],
    ['uk', 'Президент заявив у п’ятницю, що переговори з опозицією провалилися і їх буде продовжено.'],
    ['ar', 'قال الرئيس يوم الجمعة إن المحادثات مع المعارضة فشلت وإن انتخابات جديدة ستجرى.'],
    ['zh', '总统周五表示，与反对派的谈判失败，将举行新的选举。'],
    ['ja', '大統領は金曜日、野党との協議が失敗したと述べた。'],
    ['ko', '대통령은 금요일 야당과의 회담이 실패했다고 말했다.'],
    [
      'tr',
      'Cumhurbaşkanı cuma günü yaptığı açıklamada muhalefet ile görüşmelerin başarısız olduğunu ve bir seçim için karar alındığını söyledi.',
    ],
    [null, '12 345 678'],
    [null, ''],
    [null, 'Kaf Xyz Qwe'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
