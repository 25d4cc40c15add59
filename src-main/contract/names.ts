/**
 * Every call a page can make, by name and by the process that answers it. The preload derives its named calls from this
 * list alone, so that the schemas (and zod) stay out of the sandboxed page; `channels.ts` must have the same keys.
 */
export const ENGINE_CHANNELS = [
  'workspace.open',
  'workspace.close',
  'workspace.current',
  'workspace.recents',
  'workspace.forget',
  'workspace.status',
  'workspace.rescan',
  'workspace.pause',
  'workspace.resume',
  'workspace.cancel',
  'workspace.attention',
  'library.list',
  'library.facets',
  'article.get',
  'article.mark',
  'search.run',
  'search.facets',
  'search.concordance',
  'search.batch',
  'search.export',
  'search.saved',
  'search.save',
  'search.remove',
  'search.restore',
  'search.looked',
  'search.history',
  'search.remember',
  'search.forget',
  'entity.list',
  'entity.why',
  'entity.names',
  'decision.list',
  'decision.preview',
  'decision.make',
  'learning.get',
  'learning.set',
  'learning.reset',
  'compare.pair',
  'conflict.list',
  'conflict.judge',
  'dossier.get',
  'dossier.export',
  'family.list',
  'family.of',
  'highlight.list',
  'highlight.create',
  'highlight.remove',
  'note.list',
  'note.get',
  'note.save',
  'note.remove',
  'note.restore',
  'note.bin',
  'note.revisions',
  'note.revision',
  'anchor.resolve',
  'highlight.restore',
  'source.kept',
  'casebook.export',
  'casebook.import',
  'code.list',
  'code.apply',
  'code.history',
  'code.inArticle',
  'code.passages',
  'code.tables',
  'grade.get',
  'grade.give',
  'grade.list',
  'note.search',
  'note.links',
  'note.linking',
  'briefing.list',
  'briefing.get',
  'briefing.save',
  'briefing.remove',
  'briefing.fromNotes',
  'briefing.export',
  'briefing.verify',
  'state.get',
  'state.set',
] as const

export const APP_CHANNELS = [
  'app.info',
  'app.report',
  'app.setTheme',
  'app.copyText',
  'app.showFile',
  'dialog.openFolder',
  'dialog.saveFile',
  'dialog.openFile',
  'window.minimize',
  'window.toggleMaximize',
  'window.close',
  'window.confirmClose',
] as const

/** What the page is told without asking. */
export const EVENTS = [
  'status',
  'articles.changed',
  'article.analysed',
  'notes.changed',
  'decisions.changed',
  'engine.state',
  'network.blocked',
  'menu.command',
  'window.state',
  'window.closing',
  'folder.requested',
] as const

export type EngineChannel = (typeof ENGINE_CHANNELS)[number]
export type AppChannel = (typeof APP_CHANNELS)[number]
export type ChannelName = EngineChannel | AppChannel
export type EventName = (typeof EVENTS)[number]

const QUICK = 15_000
const LONG = 600_000
/** Calls that may take minutes (they report progress by events) or wait for a person. */
const LONG_CHANNELS: readonly ChannelName[] = [
  'workspace.open',
  'conflict.list',
  'dossier.get',
  'dossier.export',
  'family.list',
  'family.of',
  'search.batch',
  'search.export',
  'briefing.export',
  'briefing.verify',
  'casebook.export',
  'casebook.import',
  'dialog.openFolder',
  'dialog.saveFile',
  'dialog.openFile',
]

/** Milliseconds after which the caller of a channel gives up. */
export function timeoutOf(name: ChannelName): number {
  return LONG_CHANNELS.includes(name) ? LONG : QUICK
}
