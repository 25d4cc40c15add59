import type { Extraction } from '../../domain/extract/types'
import { publicationDay } from '../publication-day'
import { reasonOf } from '../read/causes'
import { readSourceAt, readSources } from '../read/read-members'
import type { SourceOutcome } from '../read/read-source'
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
  return { ...nothingOf(input.shown), state: 'failed', reason: reasonOf(why) }
}

const NOTHING: Extraction = { language: null, sentences: [], entities: [], attributions: [], figures: [], dates: [] }

const nothingOf = (path: string) => ({
  path,
  sha256: '',
  text: '',
  title: null,
  date: null,
  dateline: null,
  ...NOTHING,
})

/** Reads and analyses a file without any database: one value, or one for each article of a container. Never throws for what is wrong with it. */
export async function* extractFile(input: ExtractInput): AsyncGenerator<Extracted> {
  for await (const { path, outcome } of readSources(input.folder, input))
    yield await extract(outcome, `${input.shown}${path.slice(input.path.length)}`)
}

/** The same for the one article at a path, which may be that of a member of a container. */
export async function extractArticle(input: ExtractInput): Promise<Extracted> {
  return extract(await readSourceAt(input.folder, input), input.shown)
}

async function extract(outcome: SourceOutcome, shown: string): Promise<Extracted> {
  const nothing = nothingOf(shown)
  if (outcome.state === 'vanished') return { ...nothing, state: 'failed', reason: 'There is no such file (any more).' }
  if (!outcome.source) return { ...nothing, state: outcome.state, reason: outcome.reason }
  const { hash, text, header, language } = outcome.source
  const { title, dateline } = header
  const date = publicationDay(header.date, header.dateOrigin)
  const extraction = await analyse(text, header, language)
  const reason = outcome.reason === null ? {} : { reason: outcome.reason }
  return { ...nothing, sha256: hash, state: outcome.state, ...reason, text, title, date, dateline, ...extraction }
}
