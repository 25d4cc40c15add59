import { knownAgency } from './agency-names'
import { dateAt } from './date-formats'
import type { WireHeader } from './wire-header-type'

const CHINESE =
  /^[\s　]*[（(【[]?\s*(新华社|中新社|中新网|法新社|路透社|美联社|共同社|中央社|人民网|央视网|塔斯社|韩联社|新华网)\s*(?:记者)?\s*([\p{Script=Han}]{1,8}?)?\s*((?:\d{4}年)?\d{1,2}月\d{1,2}日)?\s*(?:综合)?(电|讯|消息)\s*(?:[（(]记者[^）)\n]{1,20}[）)])?\s*[）)】\]]?\s*/u

/**
 * "（新华社北京11月9日电）", "新华社莫斯科11月9日电（记者 王某）", "中新社北京3月3日电": agency, place, date and 电 in one run.
 * `line` starts at offset `at` of the text.
 */
export function readEastAsianHeader(line: string, at: number): WireHeader | null {
  const match = CHINESE.exec(line)
  const agency = match?.[1]
  if (!match || !agency) return null
  const agencyStart = at + match[0].indexOf(agency)
  const place = match[2] ?? null
  const placeStart = place ? at + match[0].indexOf(place, match[0].indexOf(agency) + agency.length) : 0
  const printed = match[3] ?? null
  const date = printed ? dateAt(printed, 0) : null
  const dateStart = printed ? at + match[0].indexOf(printed) : 0
  return {
    place,
    placeSpan: place ? { start: placeStart, end: placeStart + place.length } : null,
    agency: knownAgency(agency),
    agencySpan: { start: agencyStart, end: agencyStart + agency.length },
    date: date ? { ...date, start: dateStart, end: dateStart + date.end } : null,
    end: at + match[0].length,
  }
}
