import type { ArticleView } from '@contract/article'
import type { Input, Output } from '@contract/channels'
import type { CASEBOOK_CHANNELS } from '@contract/casebook-channels'

type Authoring = { [N in keyof typeof CASEBOOK_CHANNELS]: (input: Input<N>) => Output<N> }

/** Answers of the fake bridge for what the analyst authors beside notes and briefings. */
export function fakeAuthoring({ views }: { views: readonly ArticleView[] }): Authoring {
  return {
    'source.kept': ({ id }) => {
      const view = views.find((candidate) => candidate.id === id)
      if (!view) return null
      const { path, title, date, agency, text } = view
      return { id, path, title, date, agency, text, keptAt: '2026-11-25T12:04:00Z' }
    },
  }
}
