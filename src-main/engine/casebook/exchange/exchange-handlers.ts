import type { Output, Parsed } from '../../../contract/channels'
import type { EventPayload } from '../../../contract/events'
import type { EngineChannel } from '../../../contract/names'
import type { ArticleSource } from '../article-source'
import type { CasebookStore } from '../open-casebook-store'

interface ExchangeDependencies {
  store: () => CasebookStore
  articles: () => ArticleSource
  /** The folder of sources, into which nothing is written. */
  folder: () => string
  emit: (event: 'notes.changed', payload: EventPayload<'notes.changed'>) => void
}

type ExchangeChannel = Extract<EngineChannel, `casebook.${string}`>
type ExchangeHandlers = { [N in ExchangeChannel]: (input: Parsed<N>) => Promise<Output<N>> }

/** Answers for taking the analyst's work out and in. The formats are loaded when they are first asked for. */
export function createExchangeHandlers({ store, articles, folder, emit }: ExchangeDependencies): ExchangeHandlers {
  return {
    'casebook.export': async ({ out, format }) => {
      const { exportCasebook } = await import('./exchange')
      return exportCasebook(store(), articles(), { out, format, sources: folder() })
    },
    'casebook.import': async ({ file, format }) => {
      const { importCasebook } = await import('./exchange')
      const report = importCasebook(store(), articles(), { file, format })
      emit('notes.changed', { noteId: null })
      return report
    },
  }
}
