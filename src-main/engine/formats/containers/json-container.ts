import { hash } from 'node:crypto'
import type { Encoding } from '../../decode/encoding'
import type { ByteSource } from '../byte-source'
import { flattenJson } from '../records/flatten-json'
import { guessColumns, type Columns, type RecordValues } from '../records/guess-columns'
import { articleOfRecord } from '../records/record-article'
import { encodingOf, textChunks } from '../records/text-chunks'
import { Unreadable } from '../unreadable'
import type { ContainerReader, Member } from './container'

/** One JSON value is read whole, up to here; of lines there may be any number. */
const MOST_BYTES = 100_000_000
const LONGEST_LINE = 20_000_000
const SAMPLE = 60

/** A reader for JSON in which objects are articles: one per line, or in a list anywhere within one value; null when there are none. */
export async function jsonContainer(source: ByteSource): Promise<ContainerReader | null> {
  const encoding = await encodingOf(source)
  const lines = sampleLines(source, encoding)
  if (lines) return linesReader(encoding, lines)
  const list = articleList(parseWhole(source, encoding))
  const columns = list && guessColumns(list.slice(0, SAMPLE).map(flattenJson))
  if (!list || !columns) return null
  return {
    name: 'json',
    *members() {
      for (const [i, item] of list.entries())
        yield memberOf(
          String(i + 1),
          () => JSON.stringify(item),
          () => flattenJson(item),
          columns,
          'utf-8',
        )
    },
  }
}

/** The first lines as objects; null when the first two lines are not each one. */
function sampleLines(source: ByteSource, encoding: Encoding): object[] | null {
  const objects: object[] = []
  for (const line of linesOf(textChunks(source, encoding))) {
    if (line.trim() === '') continue
    const object = parsed(line)
    if (!isObject(object)) {
      if (objects.length < 2) return null
      continue
    }
    objects.push(object)
    if (objects.length >= SAMPLE) break
  }
  return objects.length > 1 ? objects : null
}

function linesReader(encoding: Encoding, sample: readonly object[]): ContainerReader | null {
  const columns = guessColumns(sample.map(flattenJson))
  if (!columns) return null
  return {
    name: 'jsonl',
    *members(source) {
      let number = 0
      for (const line of linesOf(textChunks(source, encoding))) {
        number++
        if (line.trim() === '') continue
        const read = () => {
          const object = parsed(line)
          if (!isObject(object)) throw new Unreadable('damaged', 'the line is no JSON object')
          return flattenJson(object)
        }
        yield memberOf(String(number), () => line, read, columns, encoding.name)
      }
    },
  }
}

function memberOf(
  name: string,
  bytes: () => string,
  record: () => RecordValues,
  columns: Columns,
  encoding: string,
): Member {
  return {
    name,
    modified: null,
    read: () => ({ hash: hash('sha256', bytes()), result: articleOfRecord(record(), columns, encoding) }),
  }
}

function* linesOf(chunks: Iterable<string>): Generator<string> {
  let rest = ''
  for (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield (rest + chunk.slice(from, end)).replace(/\r$/, '')
      rest = ''
      from = end + 1
    }
    if (rest.length < LONGEST_LINE) rest += chunk.slice(from)
  }
  if (rest !== '') yield rest
}

function parseWhole(source: ByteSource, encoding: Encoding): unknown {
  if (source.size > MOST_BYTES) return null
  return parsed(Array.from(textChunks(source, encoding)).join(''))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list of articles in a value: the value itself, or the longest list of objects within it; the value where it is an article. */
function articleList(value: unknown): object[] | null {
  const lists: object[][] = []
  const look = (item: unknown, depth: number): void => {
    if (Array.isArray(item)) {
      // Search engines wrap each article: { _source: { … } }.
      const objects = item.filter(isObject)
      if (objects.length > 0) lists.push(objects)
    } else if (isObject(item) && depth < 4) for (const inner of Object.values(item)) look(inner, depth + 1)
  }
  look(value, 0)
  // An article with a list of pictures or keywords is itself the article: where most of the text stands decides.
  let best: { list: object[]; length: number } | null = null
  for (const list of isObject(value) ? [[value], ...lists] : lists) {
    const length = textLength(list)
    if (length > (best?.length ?? 0)) best = { list, length }
  }
  return best?.list ?? null
}

/** How much of a list is running text or headlines, by its first objects. */
function textLength(list: readonly object[]): number {
  const records = list.slice(0, SAMPLE).map(flattenJson)
  const columns = guessColumns(records)
  const name = columns?.text ?? columns?.title
  if (!name) return 0
  const sum = records.reduce((length, record) => length + (record.get(name)?.length ?? 0), 0)
  return (sum / records.length) * list.length
}
