import { z } from 'zod'
import { ArticleId } from './article'
import type { EventName } from './names'
import { StatusSchema } from './workspace'

/** What each event carries. Events may be lost or coalesced: they say "look again", they are never the only copy. */
export const EVENT_PAYLOADS = {
  /** At most ten a second. */
  status: StatusSchema,
  /** Articles were added, changed or removed. */
  'articles.changed': z.object({ articles: z.number().int() }),
  'article.analysed': z.object({ ids: z.array(ArticleId) }),
  'notes.changed': z.object({ noteId: z.string().nullable() }),
  /** A correction was made or taken back: names, counts and every open article may show something else. */
  'decisions.changed': z.null(),
  'engine.state': z.object({
    state: z.enum(['up', 'restarting', 'down']),
    /** A sentence for the person when it is not up. */
    message: z.string().nullable(),
  }),
  /** Attempts to reach the network that were refused since the start. */
  'network.blocked': z.object({ count: z.number().int(), last: z.string().nullable() }),
  'menu.command': z.object({ command: z.string() }),
  'window.state': z.object({ maximized: z.boolean(), fullscreen: z.boolean() }),
  /** The window wants to close: save everything typed, then call `window.confirmClose`. */
  'window.closing': z.null(),
  /** A folder was given by the command line, a second start or a drop on the icon. */
  'folder.requested': z.object({ folder: z.string() }),
} as const satisfies Record<EventName, z.ZodType>

export type EventPayload<N extends EventName> = z.output<(typeof EVENT_PAYLOADS)[N]>
