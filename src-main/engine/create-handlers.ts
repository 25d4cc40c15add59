import { createBriefingHandlers } from './briefing/briefing-handlers'
import { indexedClaims } from './briefing/cited-claims'
import { indexOnFile } from './briefing/told-on-file'
import { judgements } from '../sql/casebook/conflict-judgements'
import type { Printer } from './briefing/export-briefing'
import type { ArticleSource } from './casebook/article-source'
import type { AnchorStates } from './casebook/anchor-states'
import { createExchangeHandlers } from './casebook/exchange/exchange-handlers'
import { createCasebookHandlers } from './casebook/casebook-handlers'
import { isDamage } from '../sql/sqlite-fault'
import { compareHandlers } from './compare/compare-handlers'
import { decisionHandlers } from './decisions/decision-handlers'
import { dossierHandlers } from './compare/dossier-handlers'
import type { Engine } from './engine'
import type { Handlers } from './handlers'
import { learningHandlers } from './learning/learning-handlers'
import { libraryHandlers } from './library/library-handlers'
import { searchHandlers } from './search/search-handlers'
import type { Session } from './session'
import { workspaceHandlers } from './workspace-handlers'

/** Every handler of the engine. */
export function createHandlers(engine: Engine, printer: Printer): Handlers {
  const session = () => engine.session()
  const store = () => session().store()
  const articles = (): ArticleSource => session().articles
  // Answers are remembered per folder, so each call goes to the one that is open.
  const states: AnchorStates = {
    place: (anchor) => session().states.place(anchor),
    isSettled: (anchor, articleId) => session().states.isSettled(anchor, articleId),
    view: (citation) => session().states.view(citation),
  }
  const programState = () => (engine.current() ? null : stateOf(engine))
  return {
    ...workspaceHandlers(engine),
    ...mending(libraryHandlers(session), session),
    ...mending(searchHandlers(session), session),
    ...mending(compareHandlers(session), session),
    ...mending(decisionHandlers(session), session),
    ...learningHandlers(session),
    ...mending(dossierHandlers(session), session),
    ...createCasebookHandlers({
      store,
      articles,
      states,
      programState,
      emit: (event, payload) => engine.emit(event, payload),
    }),
    ...createExchangeHandlers({
      store,
      articles,
      folder: () => session().place.folder,
      emit: (event, payload) => engine.emit(event, payload),
    }),
    ...mending(
      createBriefingHandlers({
        store,
        articles,
        states,
        claims: indexedClaims(() => session().index),
        onFile: indexOnFile(
          () => session().index,
          () => judgements(session().store().casebook),
        ),
        folder: () => session().place.folder,
        printer,
      }),
      session,
    ),
  }
}

function stateOf(engine: Engine) {
  const file = engine.programState
  return {
    get: (key: string): string | null => file.read()[key] ?? null,
    set: (key: string, value: string): void => file.write({ ...file.read(), [key]: value }),
  }
}

/** Reading may be the first to meet a damaged page: the index is then made anew, and the caller told. */
function mending<H extends object>(handlers: H, session: () => Session): H {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (handler as (...args: unknown[]) => unknown)(...args)
      } catch (error) {
        if (isDamage(error)) session().trouble(error)
        throw error
      }
    },
  ])
  return Object.fromEntries(guarded) as H
}
