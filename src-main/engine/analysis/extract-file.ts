import type { Extraction } from '../../domain/extract/types'
import { publicationDay } from '../publication-day'
import { reasonOf } from '../read/causes'
import { readSource } from '../read/read-source'
import { analyse } from './analyse'

/** A file to analyse, and the name it goes by in the output. */
export interface ExtractInput {
  folder: string
  path: string
  pathBytes: Uint8Array | null
  shown: string
}

/** `Extracted` of the machine interface. */
export type Extracted = {
  path: string
  sha256: string
  state: 'indexed' | 'partial' | 'skipped' | 'failed'
  reason?: string
  text: string
  title: string | null
  date: string | null
  dateline: { place: string | null; agency: string | null } | null
} & Extraction

/** A file that a worker was lost over. */
export function lostFile(input: ExtractInput, why: 'timeout' | 'crash'): Extracted {
  return { ...nothingOf(input), state: 'failed', reason: reasonOf(why) }
}

const NOTHING: Extraction = { language: null, sentences: [], entities: [], attributions: [], figures: [], dates: [] }

const nothingOf = (input: ExtractInput) => ({
  path: input.shown,
  sha256: '',
  text: '',
  title: null,
  date: null,
  dateline: null,
  ...NOTHING,
})

/** Reads and analyses one file without any database. Never throws for what is wrong with the file. */
export async function extractFile(input: ExtractInput): Promise<Extracted> {
  const nothing = nothingOf(input)
  const outcome = await readSource(input.folder, input)
  if (outcome.state === 'vanished') return { ...nothing, state: 'failed', reason: 'There is no such file (any more).' }
  if (!outcome.source) return { ...nothing, state: outcome.state, reason: outcome.reason }
  const { hash, text, header, language } = outcome.source
  const { title, dateline } = header
  const date = publicationDay(header.date, header.dateOrigin)
  const extraction = await analyse(text, header, language)
  const reason = outcome.reason === null ? {} : { reason: outcome.reason }
  return {
    path: input.shown,
    sha256: hash,
    state: outcome.state,
    ...reason,
    text,
    title,
    date,
    dateline,
    ...extraction,
  }
}
