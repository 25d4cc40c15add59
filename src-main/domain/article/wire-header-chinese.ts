import { agencyName, knownAgency } from './agency-names'
import { dateAt } from './date-formats'
import type { WireHeader } from './wire-header-type'

/** Chinese houses end in what they are: society, news, net, paper, station, weekly. */
export const CHINESE_HOUSE =
  '[\\p{Script=Han}]{2,10}?(?:通讯社|新闻社|社|新闻网|新闻|网|日报|晚报|时报|早报|周刊|电视台|电台)'
const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日'

/** "（新华社北京11月9日电）", "新华社莫斯科11月9日电（记者 王某）": house, place, date and 电 in one run. */
const IN_ONE_RUN = new RegExp(
  `^[\\s　]*[（(【[]?\\s*(?<agency>${CHINESE_HOUSE})\\s*(?:记者)?\\s*(?<place>[\\p{Script=Han}]{1,8}?)?\\s*(?<date>${DAY})?\\s*(?:综合)?(?:电|讯|消息)\\s*(?:[（(]记者[^）)\\n]{1,20}[）)])?\\s*[）)】\\]]?\\s*`,
  'u',
)
/** "东岸新闻 2018年8月26日 青岚 …", "2023年7月12日 阿尔萨赫拉 东岸新闻 …": the three apart by spaces, in either order, before a story. */
const SPACED = [
  `(?<agency>${CHINESE_HOUSE}) (?<date>${DAY}) (?<place>[\\p{Script=Han}]{2,8})`,
  `(?<date>${DAY}) (?<place>[\\p{Script=Han}]{2,8}) (?<agency>${CHINESE_HOUSE})`,
].map((parts) => new RegExp(`^${parts.replaceAll(' ', '[ \\u3000]+')}[ \\u3000]+(?=\\S{6})`, 'u'))

/**
 * The header of a Chinese dispatch. `line` starts at offset `at` of the text. A house that is on no list is known by its ending and a
 * printed date, so that "据社会新闻消息" in running text is none.
 */
export function readEastAsianHeader(line: string, at: number): WireHeader | null {
  for (const pattern of [IN_ONE_RUN, ...SPACED]) {
    const match = pattern.exec(line)
    const { agency, place, date: printed } = match?.groups ?? {}
    if (!match || !agency || (!printed && !knownAgency(agency))) continue
    const spanOf = (part: string, from = 0) => {
      const start = at + match[0].indexOf(part, from)
      return { start, end: start + part.length }
    }
    const agencySpan = spanOf(agency)
    const date = printed ? dateAt(printed, 0) : null
    const dateSpan = printed ? spanOf(printed) : null
    const afterAgency = agencySpan.end - at
    // The place stands behind the house in one run, and anywhere where spaces part them.
    const placeFrom = pattern === IN_ONE_RUN ? afterAgency : 0
    return {
      place: place ?? null,
      placeSpan: place ? spanOf(place, placeFrom) : null,
      agency: agencyName(agency),
      agencySpan,
      date: date && dateSpan ? { ...date, start: dateSpan.start, end: dateSpan.start + date.end } : null,
      end: at + match[0].length,
    }
  }
  return null
}
