import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Parsed } from '../../contract/channels'
import { makeAnchor, type Anchor } from '../../domain/evidence/anchor'
import type { Conflict } from '../../domain/compare/conflicts/conflict'
import { idOf, MemoryArticles, temporaryFolder } from '../casebook/casebook.fixture'
import { createAnchorStates } from '../casebook/anchor-states'
import type { SourceArticle } from '../casebook/article-source'
import { openCasebookStore, type CasebookStore } from '../casebook/open-casebook-store'
import { createCasebookHandlers, type CasebookHandlers } from '../casebook/casebook-handlers'
import { createBriefingHandlers, type BriefingHandlers } from './briefing-handlers'
import type { Printer } from './export-briefing'

export const PORT =
  'MARENZA, March 12 (LPS) - Seven people died and 23 were injured when dust ignited, the Marenza Port Authority said.\n\n' +
  '“Grain will leave Marenza again by Friday,” director Ilse Darvan said.\n'
export const GRAIN = 'TARVOGRAD - The port shipped 4.2 million tonnes of grain in nine months, the ministry said.\n'

export interface BriefingDesk {
  store: CasebookStore
  handlers: BriefingHandlers
  notes: CasebookHandlers
  articles: MemoryArticles
  /** The folder of sources; `put` writes into it. */
  folder: string
  /** A folder beside it for what is exported. */
  outside: string
  directory: string
  /** What the folder's articles say against each other; a test adds to it. */
  conflicts: Conflict[]
  put(path: string, text: string): SourceArticle
}

const noPrinter: Printer = { print: () => Promise.reject(new Error('nothing is printed here')) }

/** A casebook and its briefings over real files that are also in memory as the index would have them. */
export function openBriefingDesk({ printer = noPrinter, directory = temporaryFolder() } = {}): BriefingDesk {
  const store = openCasebookStore({ directory })
  const articles = new MemoryArticles()
  const folder = temporaryFolder()
  const states = createAnchorStates(() => articles)
  const conflicts: Conflict[] = []
  return {
    conflicts,
    store,
    articles,
    folder,
    outside: temporaryFolder(),
    directory,
    handlers: createBriefingHandlers({
      store: () => store,
      articles: () => articles,
      states,
      claims: () => Promise.resolve({ figures: [], names: ['Marenza', 'Ilse Darvan', 'Marenza Port Authority'] }),
      onFile: () => ({ conflicts: [...conflicts], originOf: (path) => path }),
      folder: () => folder,
      printer,
    }),
    notes: createCasebookHandlers({
      store: () => store,
      articles: () => articles,
      states,
      programState: () => null,
      emit: () => undefined,
    }),
    put(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
      return articles.put(path, text)
    },
  }
}

/** The first place of `words` in a text that stands at `path`. */
export function anchorAt(text: string, path: string, words: string): Anchor {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not stand in ${path}`)
  return makeAnchor(text, start, start + words.length, { articleId: idOf(text), path })
}

type Sentence = Parsed<'briefing.save'>['sections'][number]['sentences'][number]

let ids = 0
export function sentence(type: Sentence['type'], text: string, ...anchors: Anchor[]): Sentence {
  const citations = anchors.map((anchor) => ({ id: `citation-${++ids}`, anchor }))
  return { id: `sentence-${++ids}`, type, text, likelihood: null, confidence: null, citations }
}

/** A whole `briefing.save` input from what matters to the test. */
export function briefingInput(changes: Partial<Parsed<'briefing.save'>> = {}): Parsed<'briefing.save'> {
  return {
    id: null,
    expectedRevision: 0,
    title: 'Marenza port fire',
    marking: 'TLP:AMBER',
    author: 'K. Amsel',
    sections: [{ id: 'section-1', heading: 'Key points', sentences: trueSentences() }],
    ...changes,
  }
}

/** Sentences the gate lets pass. */
export function trueSentences(): Sentence[] {
  return [
    sentence(
      'fact',
      'On 12 March dust ignited, the Marenza Port Authority said.',
      anchorAt(PORT, 'lps/port.txt', 'dust ignited, the Marenza Port Authority said.'),
    ),
    sentence(
      'quote',
      '“Grain will leave Marenza again by Friday,” Darvan said.',
      anchorAt(PORT, 'lps/port.txt', 'Grain will leave Marenza again by Friday,'),
    ),
    sentence(
      'figure',
      'The port shipped 4.2 million tonnes of grain in nine months.',
      anchorAt(GRAIN, 'grain.txt', 'shipped 4.2 million tonnes of grain in nine months'),
    ),
    sentence('gap', 'No source says who was in the hall.'),
  ]
}

/** A desk with both sources in place. */
export function readyDesk(options: Parameters<typeof openBriefingDesk>[0] = {}): BriefingDesk {
  const desk = openBriefingDesk(options)
  desk.put('lps/port.txt', PORT)
  desk.put('grain.txt', GRAIN)
  return desk
}

/** What handlers get besides their input. */
export const context = (): { signal: AbortSignal } => ({ signal: new AbortController().signal })
