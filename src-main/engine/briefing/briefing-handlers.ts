import type { Briefing } from '../../contract/briefing'
import { DatelineError } from '../../contract/errors'
import { briefingHeads } from '../../sql/casebook/briefings'
import { noteHead, noteRevision } from '../../sql/casebook/notes'
import type { AnchorStates } from '../casebook/anchor-states'
import type { ArticleSource } from '../casebook/article-source'
import { articleGrade } from '../casebook/grade-handlers'
import { fileFault } from '../casebook/durable-file'
import type { CasebookStore } from '../casebook/open-casebook-store'
import type { Handlers } from '../handlers'
import { fontsFolder, openBundledFonts } from './bundled-fonts'
import { checkStoredBriefing, markSeen } from './check-stored-briefing'
import type { ClaimsOf } from './cited-claims'
import { exportBriefing, type Printer } from './export-briefing'
import { placeBriefing, type Placing } from './place-briefing'
import { discardBriefing, readBriefing, saveBriefing, type StoredBriefing } from './save-briefing'
import { sectionOfNote } from './section-of-note'
import type { OnFile } from './told-on-file'
import { verifyFile } from './verify-file'

export interface BriefingDependencies {
  /** Throws `no_workspace` when none is open. */
  store: () => CasebookStore
  articles: () => ArticleSource
  states: AnchorStates
  claims: ClaimsOf
  onFile: OnFile
  /** The open folder of sources. */
  folder: () => string
  printer: Printer
}

type BriefingChannel = Extract<keyof Handlers, `briefing.${string}`>
export type BriefingHandlers = Pick<Handlers, BriefingChannel>

/** Answers for briefings. Nothing authored is acknowledged before it is on the disk twice; nothing is exported past the gate. */
export function createBriefingHandlers(dependencies: BriefingDependencies): BriefingHandlers {
  const { store, articles, states, claims, onFile, folder, printer } = dependencies
  const placing = (signal: AbortSignal): Placing => ({
    ...{ articles: articles(), states, claims, onFile, signal },
    grades: (article) => articleGrade(store().casebook, article),
  })
  return guarded({
    'briefing.list': () =>
      briefingHeads(store().casebook).map(({ id, title, sentences, citations, revision, savedAt }) => ({
        id,
        title,
        sentences,
        citations,
        revision,
        updatedAt: savedAt,
      })),
    'briefing.get': ({ id }) => viewOf(readBriefing(store(), id), states),
    'briefing.save': (input) => saveBriefing(store(), input),
    'briefing.remove': ({ id }) => {
      discardBriefing(store(), id)
      return null
    },
    'briefing.fromNotes': ({ noteIds, ...head }) => {
      const { casebook, newId } = store()
      const sections = noteIds.map((noteId) => {
        const note = noteHead(casebook, noteId)
        const revision = note && noteRevision(casebook, noteId, note.revision)
        if (!note || !revision || note.removedAt !== null) {
          throw new DatelineError('not_found', 'One of the notes does not exist any more. Choose again.')
        }
        const { title, body, citations } = revision
        return sectionOfNote({ title, body: JSON.parse(body), citations }, newId)
      })
      return saveBriefing(store(), { id: null, expectedRevision: 0, ...head, sections })
    },
    'briefing.export': async ({ id, ...options }, { signal }) => {
      const { savedAt, ...content } = readBriefing(store(), id)
      const document = await placeBriefing(content, placing(signal))
      const fonts = openBundledFonts(fontsFolder())
      const report = await exportBriefing(document, { ...options, savedAt, sources: folder(), fonts, printer, signal })
      if (report.out !== null) markSeen(id, document, store())
      return report
    },
    'briefing.check': async ({ id, waivers }, { signal }) => {
      const document = await placeBriefing(readBriefing(store(), id), placing(signal))
      return checkStoredBriefing(id, document, { store: store(), articles: articles(), waivers })
    },
    'briefing.seen': async ({ id }, { signal }) => {
      markSeen(id, await placeBriefing(readBriefing(store(), id), placing(signal)), store())
      return null
    },
    'briefing.verify': ({ file }, { signal }) => verifyFile(file, folder(), signal),
  })
}

function viewOf(briefing: StoredBriefing, states: AnchorStates): Briefing {
  const { id, title, marking, author, revision, savedAt, sections } = briefing
  return {
    id,
    title,
    marking,
    author,
    revision,
    updatedAt: savedAt,
    sections: sections.map((section) => ({
      ...section,
      sentences: section.sentences.map((sentence) => ({
        ...sentence,
        citations: sentence.citations.map((citation) => states.view(citation)),
      })),
    })),
  }
}

/** The same handlers with errors of the disk as ones a person can act on, and a withdrawn order as `cancelled`. */
function guarded(handlers: BriefingHandlers): BriefingHandlers {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (handler as (...args: unknown[]) => unknown)(...args)
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') {
          throw new DatelineError('cancelled', 'The export was stopped. Nothing was written.')
        }
        throw fileFault(error)
      }
    },
  ])
  return Object.fromEntries(entries) as BriefingHandlers
}
