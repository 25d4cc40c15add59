import type { Handlers } from '../handlers'
import type { Session } from '../session'

type LearningChannel = 'learning.get' | 'learning.set' | 'learning.reset'

/** Answers for what the workspace learned from corrections. */
export function learningHandlers(session: () => Session): Pick<Handlers, LearningChannel> {
  const view = () => session().learning.view(session().taught())
  return {
    'learning.get': view,
    'learning.set': ({ on }) => {
      session().learning.set(on)
      session().rescan()
      return view()
    },
    'learning.reset': () => {
      session().learning.reset()
      session().rescan()
      return view()
    },
  }
}
