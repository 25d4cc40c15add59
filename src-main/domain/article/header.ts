import type { ArticleHeader, HeaderOrigin } from '../extract/types'
import { agencyName } from './agency-names'
import { dateInPath, isoFromValue, isoOf, type FoundDate } from './date-formats'
import { displayCase } from './display-case'
import { readFrontMatter, statedHeader, type StatedHeader } from './front-matter'
import { readHeadLines, type HeadLines } from './head-lines'
import { readWireHeader } from './wire-header'
import type { WireHeader } from './wire-header-type'

export interface HeaderInput {
  /** The article's text, front matter included where the file has one. */
  text: string
  /** File name with the folders below the workspace's root. */
  path?: string
  /** What the format's own reader found (`<meta>`, JSON-LD, document properties). */
  meta?: StatedHeader & { dateOrigin?: HeaderOrigin }
  /** When the document says it was made, ISO 8601. */
  made?: string
  /** The file's own time, ISO 8601. */
  fileTime?: string
}

/** How much of the text the header is looked for in: a dispatch says where it is from within its first lines. */
const HEAD_LENGTH = 2400

/**
 * Reads date, place, agency, author and title of an article and where its story starts, each with its origin. In order of
 * trust, a date comes from front matter, from `<meta>` or JSON-LD, from the header printed in the text, from the file's name,
 * from the document's properties, from the file's time. A header that prints no year ("PARIS, March 3 (AFP) -") borrows it from the next origin that has one,
 * and names that origin when it is only the file's time.
 */
export function readHeader(input: HeaderInput): ArticleHeader {
  const { text, meta = {} } = input
  const front = readFrontMatter(text)
  const stated = front ? statedHeader(front.values) : {}
  const head = text.slice(0, (front?.bodyStart ?? 0) + HEAD_LENGTH)
  const wires = new Map<number, WireHeader | null>()
  const wireAt = (at: number): WireHeader | null => {
    const known = wires.get(at)
    if (known !== undefined) return known
    const wire = readWireHeader(head, at)
    wires.set(at, wire)
    return wire
  }
  const author = stated.author ?? meta.author ?? null
  const lines = readHeadLines(head, front?.bodyStart ?? 0, author, (at) => wireAt(at) !== null)
  const wire = wireAt(lines.storyStart)
  const { date, dateOrigin } = publicationDate(input, stated, lines, wire)
  return {
    title: stated.title ?? meta.title ?? lines.stated.title ?? lines.title,
    date,
    dateOrigin,
    ...datelineOf(stated, meta, lines, wire, head),
    placeSpan: wire?.placeSpan ?? null,
    agencySpan: wire?.agencySpan ?? null,
    author: stated.author ?? lines.author ?? lines.stated.author ?? author,
    bodyStart: wire?.end ?? lines.storyStart,
  }
}

function datelineOf(
  stated: StatedHeader,
  meta: NonNullable<HeaderInput['meta']>,
  lines: HeadLines,
  wire: WireHeader | null,
  head: string,
): Pick<ArticleHeader, 'dateline' | 'datelineOrigin'> {
  const printed = {
    place: wire?.place ?? lines.stated.place ?? null,
    agency: wire?.agency ?? lines.stated.agency ?? lines.agency,
  }
  const candidates: StatedDateline[] = [
    [printed.place, printed.agency, 'header'],
    [stated.place, stated.agency, 'front-matter'],
    [meta.place, meta.agency, meta.dateOrigin === 'json-ld' ? 'json-ld' : 'meta'],
  ]
  const place = candidates.find(([value]) => value)
  const agency = fullestAgency(candidates, wire?.agencySpan && head.slice(wire.agencySpan.start, wire.agencySpan.end))
  if (!place && !agency) return { dateline: null, datelineOrigin: 'none' }
  return {
    dateline: { place: place?.[0] ? displayCase(place[0]) : null, agency: agency?.[1] ? agencyName(agency[1]) : null },
    datelineOrigin: (place ?? agency)?.[2] ?? 'none',
  }
}

type StatedDateline = [place: string | null | undefined, agency: string | null | undefined, origin: HeaderOrigin]

/**
 * The agency stated nearest to the text. One printed in capitals ("LEDGER") does not show how the outlet writes its name: front
 * matter or metadata that end in the same word ("Daily Ledger") do.
 */
function fullestAgency(candidates: readonly StatedDateline[], printed: string | null | undefined) {
  const first = candidates.find(([, agency]) => agency)
  if (!printed || printed !== printed.toLocaleUpperCase()) return first
  const ending = ` ${printed.toLocaleLowerCase()}`
  return candidates.find(([, agency]) => agency?.toLocaleLowerCase().endsWith(ending)) ?? first
}

function publicationDate(
  input: HeaderInput,
  stated: StatedHeader,
  lines: HeadLines,
  wire: WireHeader | null,
): Pick<ArticleHeader, 'date' | 'dateOrigin'> {
  const { meta = {}, path, made, fileTime } = input
  const printed = wire?.date ?? lines.date
  const fileName = path ? dateInPath(path) : null
  const fileDay = fileTime ? (isoFromValue(fileTime)?.slice(0, 10) ?? null) : null
  const above = lines.date ? isoOf(lines.date) : null
  const borrowedYear = printed && printed.year === null ? withYear(printed, above ?? fileName ?? fileDay) : null
  const candidates: [string | null | undefined, HeaderOrigin][] = [
    [stated.date && isoFromValue(stated.date), 'front-matter'],
    [meta.date && isoFromValue(meta.date), meta.dateOrigin ?? 'meta'],
    [printed && isoOf(printed), 'header'],
    [lines.stated.date && isoFromValue(lines.stated.date), 'header'],
    [borrowedYear, (above ?? fileName) ? 'header' : 'file-time'],
    [fileName, 'file-name'],
    [made && isoFromValue(made), 'properties'],
    [fileDay, 'file-time'],
  ]
  const best = candidates.find(([date]) => date)
  return best?.[0] ? { date: best[0], dateOrigin: best[1] } : { date: null, dateOrigin: 'none' }
}

/** A printed day and month in the year that puts it last before (or within a week after) the day `near`. */
function withYear(printed: FoundDate, near: string | null): string | null {
  if (!near) return null
  const year = Number(near.slice(0, 4))
  const month = Number(near.slice(5, 7))
  const weeksAhead = (printed.month - month) * 30 + printed.day - Number(near.slice(8, 10))
  return isoOf({ ...printed, year: weeksAhead > 7 ? year - 1 : year })
}
