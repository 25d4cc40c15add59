import { DatelineError } from '../../contract/errors'
import { describeDecision } from '../../domain/decisions/describe-decision'
import { namesOf } from '../../sql/index/corpus-entity'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { decisionLog, recordDecision } from './decision-log'
import { listDecisions } from './list-decisions'
import { previewDecision } from './preview-decision'
import { readGazetteer } from './read-gazetteer'
import { readDraft } from './read-draft'

type DecisionChannel = 'decision.list' | 'decision.preview' | 'decision.make' | 'entity.names' | 'gazetteer.add'

/** Answers for the analyst's corrections: shown before, made, listed, taken back. */
export function decisionHandlers(session: () => Session): Pick<Handlers, DecisionChannel> {
  const log = () => decisionLog(session().store().casebook)
  return {
    'decision.list': () => listDecisions(session().index, log()),
    'decision.preview': (draft) => previewDecision(session().index, log(), readDraft(session().index, draft)),
    'decision.make': (draft) => {
      const content = readDraft(session().index, draft)
      const known = log()
      const about = content.kind === 'revert' ? known.find(({ id }) => id === content.decision) : null
      if (about === undefined) throw new DatelineError('not_found', 'There is no such correction.')
      const { id, madeAt } = recordDecision(session().store(), content)
      session().replay()
      return {
        id,
        madeAt,
        description: about ? `Taken back: ${describeDecision(about.content)}` : describeDecision(content),
      }
    },
    'gazetteer.add': ({ file }) => {
      const { title, entries, problems } = readGazetteer(file)
      const content = { kind: 'gazetteer' as const, title, entries }
      const { id } = recordDecision(session().store(), content)
      session().replay()
      return { id, description: describeDecision(content), entries: entries.length, problems }
    },
    'entity.names': ({ id }) =>
      namesOf(session().index, Number(id.slice('entity-'.length))).map(({ type, key, name, mentions, why }) => ({
        raw: `${type}:${key}`,
        name,
        type,
        mentions,
        why,
      })),
  }
}
