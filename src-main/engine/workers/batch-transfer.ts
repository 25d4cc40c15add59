import type { ArticleRecord, ReadFile } from '../../sql/index/records'
import type { BatchRead, ToRead } from '../read/read-batch'
import type { SeenFile } from '../scan/walk'

type Value = string | number | Uint8Array | null

/** Records as one list of values: cloning an object between threads costs its property names each time. */
export interface Flat {
  values: Value[]
}

export interface FlatBatch extends Flat {
  blocks: Uint8Array[]
  words: Uint8Array
  vanished: string[]
}

const FILE_FIELDS = ['path', 'pathBytes', 'size', 'modified', 'inode'] as const satisfies (keyof SeenFile)[]
const READ_FIELDS = [...FILE_FIELDS, 'from', 'avoid'] as const satisfies (keyof ToRead)[]
const STATE_FIELDS = ['state', 'cause', 'reason', 'container', 'members'] as const satisfies (keyof ReadFile)[]
const ARTICLE_FIELDS = ['hash', 'format', 'encoding', 'encodingConfidence', 'encodingChosen', 'title', 'lead', 'date', 'dateOrigin', 'place', 'agency', 'datelineOrigin', 'author',
  'language', 'words', 'marks', 'indexTitle', 'wordsStart', 'wordsLength', 'block', 'blockStart', 'blockLength',
] as const satisfies (keyof ArticleRecord)[] // prettier-ignore

/** Files to be read, for the way to a worker. */
export function flattenFiles(files: readonly ToRead[]): Flat {
  const values: Value[] = []
  for (const file of files) for (const field of READ_FIELDS) values.push(file[field] ?? null)
  return { values }
}

export function unflattenFiles({ values }: Flat): ToRead[] {
  const files: ToRead[] = []
  for (let at = 0; at < values.length; at += READ_FIELDS.length) files.push(record<ToRead>(values, at, READ_FIELDS))
  return files
}

/** What was read, for the way back. The memory of its words is handed over; what zlib made cannot be and is small. */
export function flattenBatch({ files, blocks, words, vanished }: BatchRead): {
  flat: FlatBatch
  transfer: ArrayBuffer[]
} {
  const values: Value[] = []
  for (const file of files) {
    for (const field of FILE_FIELDS) values.push(file[field])
    for (const field of STATE_FIELDS) values.push(file[field])
    values.push(file.article ? 1 : 0)
    if (file.article) for (const field of ARTICLE_FIELDS) values.push(file.article[field])
  }
  const transfer = words.length > 0 ? [words.buffer as ArrayBuffer] : []
  return { flat: { values, blocks, words, vanished }, transfer }
}

export function unflattenBatch({ values, blocks, words, vanished }: FlatBatch): BatchRead {
  const files: ReadFile[] = []
  for (let at = 0; at < values.length;) {
    const file = {
      ...record<SeenFile>(values, at, FILE_FIELDS),
      ...record<ReadFile>(values, at + FILE_FIELDS.length, STATE_FIELDS),
    }
    at += FILE_FIELDS.length + STATE_FIELDS.length
    const hasArticle = values[at++] === 1
    files.push({ ...file, article: hasArticle ? record<ArticleRecord>(values, at, ARTICLE_FIELDS) : null })
    if (hasArticle) at += ARTICLE_FIELDS.length
  }
  return { files, blocks, words, vanished }
}

/** The values from `at` on under their names, as `flatten…` put them there. */
function record<R>(values: Value[], at: number, fields: readonly string[]): R {
  const made: Record<string, Value> = {}
  for (let i = 0; i < fields.length; i++) made[fields[i] ?? ''] = values[at + i] ?? null
  return made as R
}
