import { FAKE_ATTENTION } from './fake-attention'
import type { ArticleView } from '@contract/article'
import type { Input, Output } from '@contract/channels'
import { DatelineError, type ErrorCode } from '@contract/errors'
import type { EventPayload } from '@contract/events'
import type { ChannelName, EventName } from '@contract/names'
import type { Status, WorkspaceInfo } from '@contract/workspace'
import type { Bridge, CallInput } from '../bridge'
import { type FakeArticle, fakeArticleView, type KnownName } from './fake-article'
import { fakeAuthoring } from './fake-authoring'
import { fakeCodes } from './fake-codes'
import { FakeBriefings } from './fake-briefings'
import { FakeCasebook } from './fake-casebook'
import { FakeCompare } from './fake-compare'
import { FAKE_ARTICLES } from './fake-corpus'
import { FakeDecisions } from './fake-decisions'
import { fakeFacets, fakeList } from './fake-library'
import { FAKE_NAMES } from './fake-names'
import { FakeSearching } from './fake-searching'

type Handlers = { [N in ChannelName]: (input: Input<N>) => Output<N> }
type Listener = (payload: unknown) => void

export interface FakeOptions {
  articles?: readonly FakeArticle[]
  names?: readonly KnownName[]
  /** Whether a workspace is open from the start. */
  open?: boolean
  status?: Partial<Status>
}

/** Dateline without an engine: everything in memory. For component tests and for the development page only. */
export class FakeBridge implements Bridge {
  readonly views: ArticleView[]
  readonly casebook = new FakeCasebook()
  readonly briefings = new FakeBriefings(this.casebook)
  readonly decisions = new FakeDecisions(
    () => this.views,
    () => this.emit('decisions.changed', null),
  )
  readonly compare = new FakeCompare(() => this.views)
  readonly state = new Map<string, string>()
  appearance: Input<'app.setTheme'> = { theme: 'system', moreContrast: false }
  /** Every call made, oldest first. */
  readonly calls: { name: ChannelName; input: unknown }[] = []
  status: Status
  workspace: WorkspaceInfo | null
  private readonly listeners = new Map<EventName, Set<Listener>>()
  private readonly failures = new Map<ChannelName, DatelineError>()
  private readonly held = new Map<ChannelName, Promise<unknown>>()

  constructor(options: FakeOptions = {}) {
    const names = options.names ?? FAKE_NAMES
    this.views = (options.articles ?? FAKE_ARTICLES).map((article) => fakeArticleView(article, names))
    const count = this.views.length
    this.status = {
      phase: 'idle',
      text: { done: count, total: count },
      analysis: { done: count, total: count },
      current: null,
      articles: count,
      attention: 2,
      formats: [{ format: 'txt', indexed: count, partial: 0, failed: 1 }],
      secondsLeft: null,
      ...options.status,
    }
    this.workspace = options.open === false ? null : this.workspaceAt('/home/analyst/Marenza port')
  }

  async call<N extends ChannelName>(name: N, ...input: CallInput<N>): Promise<Output<N>> {
    this.calls.push({ name, input: input[0] ?? null })
    await this.held.get(name)
    const failure = this.failures.get(name)
    if (failure) {
      this.failures.delete(name)
      throw failure
    }
    const handler = this.handlers[name] as (input: unknown) => Output<N>
    return handler(input[0] === undefined ? null : JSON.parse(JSON.stringify(input[0])))
  }

  on<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): () => void {
    const set = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, set.add(listener as Listener))
    return () => set.delete(listener as Listener)
  }

  pathOf(file: File): string {
    return `/dropped/${file.name}`
  }

  /** Sends an event to everyone who listens. */
  emit<N extends EventName>(event: N, payload: EventPayload<N>): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload)
  }

  /** Makes the next call of a channel fail. */
  failNext(name: ChannelName, code: ErrorCode, message = 'It failed.'): void {
    this.failures.set(name, new DatelineError(code, message))
  }

  /** Holds all calls of a channel back until the returned function is called. */
  hold(name: ChannelName): () => void {
    let release = (): void => undefined
    this.held.set(name, new Promise<void>((resolve) => (release = resolve)))
    return () => {
      this.held.delete(name)
      release()
    }
  }

  /** How often a channel was called. */
  countOf(name: ChannelName): number {
    return this.calls.filter((call) => call.name === name).length
  }

  private workspaceAt(folder: string): WorkspaceInfo {
    return { id: 'w1', folder, name: folder.split('/').pop() ?? folder, notice: null }
  }

  private view(id: string): ArticleView {
    const view = this.views.find((candidate) => candidate.id === id)
    if (!view) throw new DatelineError('not_found', 'This article is not in the folder any more.')
    const notes = this.casebook.rows(id).length
    return { ...this.decisions.shown(view), notes }
  }

  private saved(note: { id: string; revision: number; updatedAt: string }) {
    return { id: note.id, revision: note.revision, savedAt: note.updatedAt }
  }

  private readonly handlers: Handlers = {
    'workspace.open': ({ folder }) => (this.workspace = this.workspaceAt(folder)),
    'workspace.close': () => (this.workspace = null),
    'workspace.current': () => this.workspace,
    'workspace.recents': () => [
      {
        folder: '/home/analyst/Marenza port',
        name: 'Marenza port',
        openedAt: '2026-11-25T09:12:00Z',
        articles: 19043,
        notes: 12,
        present: true,
      },
      {
        folder: '/home/analyst/Vell Strait shipping',
        name: 'Vell Strait shipping',
        openedAt: '2026-11-22T16:40:00Z',
        articles: 4410,
        notes: 18,
        present: true,
      },
      {
        folder: '/media/disk/Tarvenian harvest 2018',
        name: 'Tarvenian harvest 2018',
        openedAt: '2026-10-02T08:00:00Z',
        articles: 102655,
        notes: 240,
        present: false,
      },
    ],
    'workspace.forget': () => null,
    'workspace.status': () => this.status,
    'workspace.rescan': () => null,
    'workspace.pause': () => null,
    'workspace.resume': () => null,
    'workspace.cancel': () => null,
    'workspace.attention': () => FAKE_ATTENTION,
    'library.list': (query) => fakeList(this.views, query),
    'library.facets': () => fakeFacets(this.views),
    'article.get': ({ id }) => this.view(id),
    'article.readAs': ({ id, encoding }) => ({
      encoding: encoding ?? 'utf-8',
      confidence: 1,
      damaged: false,
      lines: this.view(id).text.split('\n').slice(0, 12),
    }),
    'article.mark': ({ id, read, starred }) => {
      for (const view of this.views) {
        if (view.id !== id) continue
        view.read = read ?? view.read
        view.starred = starred ?? view.starred
      }
      return null
    },
    ...new FakeSearching(() => this.views).handlers,
    'entity.list': ({ name }) => {
      const found = this.views
        .flatMap((view) => view.extraction?.entities ?? [])
        .filter((entity) => !name || entity.name === name)
      const first = found[0]
      if (!first) return []
      const mentions = found.reduce((sum, entity) => sum + entity.mentions.length, 0)
      return [
        {
          id: first.id,
          type: first.type,
          name: first.name,
          aliases: first.aliases,
          mentions,
          articles: found.length,
        },
      ]
    },
    'entity.why': () => [
      'A first name and a family name stand together.',
      'A verb of saying follows.',
      'The same name is printed in full elsewhere in the article.',
    ],
    ...this.decisions.handlers,
    'compare.pair': ({ a, b }) => this.compare.pair(a, b),
    'conflict.list': () => this.compare.conflicts(),
    'conflict.judge': (judged) => this.compare.judge(judged),
    'family.list': () => this.compare.families(),
    'family.of': ({ id }) => this.compare.family(id),
    'dossier.get': ({ name }) => this.compare.dossier(name),
    'dossier.export': ({ out }) => ({ out }),
    'highlight.list': ({ id }) =>
      [...this.casebook.highlights.values()].filter((highlight) => highlight.anchor.articleId === id),
    'highlight.create': ({ anchor, noteId }) => {
      const highlight = {
        id: this.casebook.nextId(),
        anchor,
        noteId,
        state: 'exact' as const,
        createdAt: this.casebook.now(),
      }
      this.casebook.highlights.set(highlight.id, highlight)
      return highlight
    },
    'highlight.remove': ({ id }) => {
      this.casebook.removeHighlight(id)
      return null
    },
    'note.list': ({ articleId }) => this.casebook.rows(articleId),
    'note.get': ({ id }) => this.casebook.note(id),
    'note.save': (input) => this.saved(this.casebook.save(input)),
    'note.remove': ({ id }) => {
      this.casebook.remove(id)
      return null
    },
    'note.restore': ({ id, revision }) => this.saved(this.casebook.restore(id, revision)),
    'note.bin': () => this.casebook.rows(null, true),
    'note.revisions': ({ id }) =>
      this.casebook
        .revisions(id)
        .map(({ revision, updatedAt, title, preview }) => ({ revision, savedAt: updatedAt, title, preview })),
    'note.revision': ({ id, revision }) => {
      const found = this.casebook.revisions(id).find((note) => note.revision === revision)
      if (!found) throw new DatelineError('not_found', 'This version is not kept any more.')
      return { title: found.title, body: found.body, revision: found.revision }
    },
    'anchor.resolve': ({ anchor }) => {
      const view = this.views.find((candidate) => candidate.id === anchor.articleId)
      if (!view) return { state: 'lost', articleId: null, start: null, end: null }
      return { state: 'exact', articleId: view.id, start: anchor.start, end: anchor.end }
    },
    ...fakeAuthoring(this),
    ...fakeCodes(() => this.views),
    'briefing.list': () => this.briefings.rows(),
    'briefing.get': ({ id }) => this.briefings.get(id),
    'briefing.save': (input) => this.saved(this.briefings.save(input)),
    'briefing.remove': ({ id }) => {
      this.briefings.remove(id)
      return null
    },
    'briefing.fromNotes': ({ noteIds, title, marking, author }) =>
      this.saved(this.briefings.fromNotes(noteIds, title, marking, author)),
    'briefing.export': ({ id, out, format }) => this.briefings.export(id, out, format),
    'briefing.check': () => this.briefings.check(),
    'briefing.seen': () => this.briefings.seen(),
    'briefing.verify': () => this.briefings.verify(),
    'state.get': ({ key }) => this.state.get(key) ?? null,
    'state.set': ({ key, value }) => {
      this.state.set(key, value)
      return null
    },
    'app.info': () => ({
      version: '0.1.0',
      electron: '45.4.1',
      sampleFolder: '/opt/dateline/seeds',
      dataFolder: '/home/analyst/.config/Dateline',
      sandboxed: true,
      platform: 'linux',
      safe: false,
      ...this.appearance,
    }),
    'app.report': () => 'Dateline 0.1.0\n',
    'app.setTheme': (chosen) => {
      this.appearance = chosen
      return null
    },
    'app.copyText': () => null,
    'app.showFile': () => null,
    'dialog.openFolder': () => '/home/analyst/New folder',
    'dialog.saveFile': ({ suggestedName }) => `/home/analyst/${suggestedName}`,
    'dialog.openFile': () => '/home/analyst/briefing.pdf',
    'window.minimize': () => null,
    'window.toggleMaximize': () => null,
    'window.close': () => null,
    'window.confirmClose': () => null,
  }
}
