import type { ArticleView } from '@contract/article'
import { noteLinks } from '@domain/evidence/note-links'
import type { Input, Output } from '@contract/channels'
import type { CASEBOOK_CHANNELS } from '@contract/casebook-channels'
import { type EXCHANGE_CHANNELS, exchangedKinds } from '@contract/exchange'
import type { FakeCasebook } from './fake-casebook'

type Authoring = { [N in keyof (typeof CASEBOOK_CHANNELS & typeof EXCHANGE_CHANNELS)]: (input: Input<N>) => Output<N> }

interface Faked {
  views: readonly ArticleView[]
  casebook: FakeCasebook
}

/** Answers of the fake bridge for what the analyst authors beside notes and briefings. */
export function fakeAuthoring({ views, casebook }: Faked): Authoring {
  const linking = (kind: string, target: string) =>
    casebook
      .rows(null)
      .filter(({ id }) =>
        noteLinks(casebook.note(id).body).some((link) => link.kind === kind && link.target === target),
      )
  const each = <T>(value: () => T) =>
    Object.fromEntries(exchangedKinds.map((kind) => [kind, value()])) as Record<(typeof exchangedKinds)[number], T>
  return {
    'casebook.export': ({ out, format }) => ({
      out,
      format,
      sha256: 'f'.repeat(64),
      counts: { ...each(() => 0), notes: casebook.rows(null).length },
      left: [],
    }),
    'casebook.import': ({ file }) => ({
      file,
      format: 'dateline',
      counts: each(() => ({ added: 1, updated: 0, unchanged: 0, conflicts: 0 })),
      left: [],
    }),
    'source.kept': ({ id }) => {
      const view = views.find((candidate) => candidate.id === id)
      if (!view) return null
      const { path, title, date, agency, text } = view
      return { id, path, title, date, agency, text, keptAt: '2026-11-25T12:04:00Z' }
    },
    'highlight.restore': ({ id }) => {
      casebook.restoreHighlight(id)
      return null
    },
    'note.search': ({ query }) => {
      const wanted = query.toLowerCase()
      const hits = casebook
        .rows(null)
        .filter(({ title, preview, tags }) => `${title} ${preview} ${tags.join(' ')}`.toLowerCase().includes(wanted))
        .map((row) => ({ ...row, snippet: row.preview, marks: [], titleMarks: [] }))
      return { total: hits.length, hits }
    },
    'note.links': ({ id }) => ({
      links: noteLinks(casebook.note(id).body).map((link) => ({ ...link, now: link.label })),
      back: linking('note', id),
    }),
    'note.linking': ({ kind, target }) => linking(kind, target),
  }
}
