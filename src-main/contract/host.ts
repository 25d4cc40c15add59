import { z } from 'zod'

/** What the engine asks of the process that started it (Electron's main process, or the CLI by way of a hidden Electron). */
export const HOST_CHANNELS = {
  /**
   * Prints one self-contained HTML document to a PDF file by Chromium: tagged, with outline, header and footer templates
   * in HTML (`{page}`/`{pages}` by Chromium's pageNumber/totalPages classes). Nothing is fetched while printing.
   */
  'host.print': {
    input: z.object({
      html: z.string(),
      out: z.string().min(1),
      paper: z.enum(['A4', 'Letter']),
      headerTemplate: z.string(),
      footerTemplate: z.string(),
    }),
    output: z.object({ pages: z.number().int().min(1) }),
    timeout: 60_000,
  },
  /** Something in the engine tried to reach the network and was refused: the one count of refusals is the main process's. */
  'host.refused': {
    input: z.object({ what: z.string() }),
    output: z.null(),
    timeout: 5_000,
  },
} as const

export type HostChannel = keyof typeof HOST_CHANNELS
export type HostInput<N extends HostChannel> = z.input<(typeof HOST_CHANNELS)[N]['input']>
export type HostOutput<N extends HostChannel> = z.output<(typeof HOST_CHANNELS)[N]['output']>
