import { z } from 'zod'
import { ArticleId, ArticleRowSchema, ArticleViewSchema } from './article'
import {
  BriefingCheckSchema,
  BriefingFormatSchema,
  BriefingFromNotesSchema,
  BriefingRowSchema,
  BriefingSaveSchema,
  BriefingSchema,
  ExportReportSchema,
  VerifyReportSchema,
  WaiverSchema,
} from './briefing'
import {
  AnchorSchema,
  AnchorStateSchema,
  CasebookId,
  HighlightSchema,
  NoteRowSchema,
  NoteSaveSchema,
  NoteSchema,
  RevisionSchema,
  SavedSchema,
} from './casebook'
import {
  ComparePairSchema,
  ConflictJudgeSchema,
  ConflictListSchema,
  FamilyListSchema,
  FamilyPageSchema,
} from './compare'
import { CASEBOOK_CHANNELS } from './casebook-channels'
import { CODE_CHANNELS } from './codes'
import { EXCHANGE_CHANNELS } from './exchange'
import { GRADE_CHANNELS } from './grades'
import { DECISION_CHANNELS, EncodingName } from './decisions'
import { DossierExportSchema, DossierQuerySchema, DossierViewSchema } from './dossier'
import type { ChannelName } from './names'
import { ArticleIdInput, EntityQuerySchema, EntityRowSchema, FacetsSchema, LibraryQuerySchema } from './search'
import { SEARCH_CHANNELS } from './search-channels'
import { AttentionRowSchema, RecentSchema, StatusSchema, WorkspaceInfoSchema } from './workspace'

interface Channel {
  input: z.ZodType
  output: z.ZodType
}

const nothing = z.null()
const ThemeSchema = z.enum(['system', 'light', 'dark'])
const Path = z.string().min(1).max(8192)

const channel = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

/** The one table of what processes may ask each other: what goes in and what comes out. */
export const CHANNELS = {
  'workspace.open': channel(z.object({ folder: Path }), WorkspaceInfoSchema),
  'workspace.close': channel(nothing, nothing),
  'workspace.current': channel(nothing, WorkspaceInfoSchema.nullable()),
  'workspace.recents': channel(nothing, z.array(RecentSchema)),
  'workspace.forget': channel(z.object({ folder: Path }), nothing),
  'workspace.status': channel(nothing, StatusSchema),
  'workspace.rescan': channel(nothing, nothing),
  'workspace.pause': channel(nothing, nothing),
  'workspace.resume': channel(nothing, nothing),
  'workspace.cancel': channel(nothing, nothing),
  'workspace.attention': channel(nothing, z.array(AttentionRowSchema)),

  'library.list': channel(LibraryQuerySchema, z.object({ total: z.number().int(), rows: z.array(ArticleRowSchema) })),
  'library.facets': channel(nothing, FacetsSchema),
  'article.get': channel(ArticleIdInput, ArticleViewSchema),
  /** How an article's file would read in an encoding, null for the one detected: its first telling lines. Nothing is stored. */
  'article.readAs': channel(
    z.object({ id: ArticleId, encoding: EncodingName.nullable() }),
    z.object({
      encoding: z.string(),
      /** How sure it is, 0 to 1. */
      confidence: z.number(),
      /** Some bytes are no characters in it. */
      damaged: z.boolean(),
      lines: z.array(z.string()),
    }),
  ),
  'article.mark': channel(
    z.object({ id: ArticleId, read: z.boolean().optional(), starred: z.boolean().optional() }),
    nothing,
  ),
  ...SEARCH_CHANNELS,
  'entity.list': channel(EntityQuerySchema, z.array(EntityRowSchema)),
  /** Why a mention is claimed: reasons a person can read, strongest first. */
  'entity.why': channel(
    z.object({ articleId: ArticleId, start: z.number().int().min(0), end: z.number().int().min(0) }),
    z.array(z.string()),
  ),

  'compare.pair': channel(z.object({ a: ArticleId, b: ArticleId }), ComparePairSchema),
  /** What the analysed articles do not agree on, the weightiest first; may take minutes the first time on a large folder. */
  'conflict.list': channel(nothing, ConflictListSchema),
  'conflict.judge': channel(ConflictJudgeSchema, z.object({ madeAt: z.string() })),
  'dossier.get': channel(DossierQuerySchema, DossierViewSchema),
  /** Writes the whole dossier as Markdown or JSON; never among the sources. */
  'dossier.export': channel(DossierExportSchema, z.object({ out: z.string() })),
  'family.list': channel(nothing, FamilyListSchema),
  /** The family an article belongs to; null where it stands alone. */
  'family.of': channel(ArticleIdInput, FamilyPageSchema.nullable()),

  'highlight.list': channel(ArticleIdInput, z.array(HighlightSchema)),
  'highlight.create': channel(z.object({ anchor: AnchorSchema, noteId: CasebookId.nullable() }), HighlightSchema),
  'highlight.remove': channel(z.object({ id: CasebookId }), nothing),

  'note.list': channel(z.object({ articleId: ArticleId.nullable() }), z.array(NoteRowSchema)),
  'note.get': channel(z.object({ id: CasebookId }), NoteSchema),
  'note.save': channel(NoteSaveSchema, SavedSchema),
  'note.remove': channel(z.object({ id: CasebookId }), nothing),
  'note.restore': channel(z.object({ id: CasebookId, revision: z.number().int().nullable() }), SavedSchema),
  'note.bin': channel(nothing, z.array(NoteRowSchema)),
  'note.revisions': channel(z.object({ id: CasebookId }), z.array(RevisionSchema)),
  'note.revision': channel(
    z.object({ id: CasebookId, revision: z.number().int() }),
    NoteSchema.pick({ title: true, body: true, revision: true }),
  ),
  'anchor.resolve': channel(
    z.object({ anchor: AnchorSchema }),
    z.object({
      state: AnchorStateSchema,
      articleId: ArticleId.nullable(),
      start: z.number().int().nullable(),
      end: z.number().int().nullable(),
    }),
  ),

  ...CASEBOOK_CHANNELS,
  ...CODE_CHANNELS,
  ...EXCHANGE_CHANNELS,
  ...GRADE_CHANNELS,
  ...DECISION_CHANNELS,

  'briefing.list': channel(nothing, z.array(BriefingRowSchema)),
  'briefing.get': channel(z.object({ id: CasebookId }), BriefingSchema),
  'briefing.save': channel(BriefingSaveSchema, SavedSchema),
  'briefing.remove': channel(z.object({ id: CasebookId }), nothing),
  'briefing.fromNotes': channel(BriefingFromNotesSchema, SavedSchema),
  'briefing.export': channel(
    z.object({
      id: CasebookId,
      format: BriefingFormatSchema,
      out: Path,
      paper: z.enum(['A4', 'Letter']).default('A4'),
      waivers: z.array(WaiverSchema).max(100).default([]),
    }),
    ExportReportSchema,
  ),
  'briefing.check': channel(
    z.object({ id: CasebookId, waivers: z.array(WaiverSchema).max(100).default([]) }),
    BriefingCheckSchema,
  ),
  'briefing.seen': channel(z.object({ id: CasebookId }), nothing),
  'briefing.verify': channel(z.object({ file: Path }), VerifyReportSchema),

  /** Small view state (open panes, sizes, theme) kept per workspace, or for the program when none is open. */
  'state.get': channel(z.object({ key: z.string().max(100) }), z.string().nullable()),
  'state.set': channel(z.object({ key: z.string().max(100), value: z.string().max(200_000) }), nothing),

  'app.info': channel(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      sampleFolder: z.string(),
      dataFolder: z.string(),
      sandboxed: z.boolean(),
      platform: z.string(),
      /** Started with `--safe`: nothing is read from the folder. */
      safe: z.boolean(),
      /** As last chosen, for the whole program. */
      theme: ThemeSchema,
      moreContrast: z.boolean(),
    }),
  ),
  /** What a person may read and give to whoever mends the program: no texts, no names of files. */
  'app.report': channel(nothing, z.string()),
  'app.setTheme': channel(z.object({ theme: ThemeSchema, moreContrast: z.boolean() }), nothing),
  'app.copyText': channel(z.object({ text: z.string().max(1_000_000) }), nothing),
  /** Shows a file in the system's file manager; opens nothing. */
  'app.showFile': channel(z.object({ path: Path }), nothing),
  'dialog.openFolder': channel(nothing, z.string().nullable()),
  'dialog.saveFile': channel(z.object({ suggestedName: z.string().max(300) }), z.string().nullable()),
  'dialog.openFile': channel(nothing, z.string().nullable()),
  'window.minimize': channel(nothing, nothing),
  'window.toggleMaximize': channel(nothing, nothing),
  'window.close': channel(nothing, nothing),
  /** The answer to the event `window.closing`: everything typed is saved, the window may go. */
  'window.confirmClose': channel(nothing, nothing),
} as const satisfies Record<ChannelName, Channel>

export type Input<N extends ChannelName> = z.input<(typeof CHANNELS)[N]['input']>
export type Parsed<N extends ChannelName> = z.output<(typeof CHANNELS)[N]['input']>
export type Output<N extends ChannelName> = z.output<(typeof CHANNELS)[N]['output']>
