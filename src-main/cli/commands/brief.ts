import { UsageError } from '../usage'
import type { ExitCode } from '../exit-code'
import type { Output } from '../output'

/** `dateline brief new|list|export …`. */
export async function briefCommand([action, ...args]: string[], output: Output): Promise<ExitCode> {
  switch (action) {
    case 'new':
      return (await import('./brief-new')).briefNewCommand(args, output)
    case 'list':
      return (await import('./brief-list')).briefListCommand(args, output)
    case 'export':
      return (await import('./brief-export')).briefExportCommand(args, output)
    default:
      throw new UsageError(action === undefined ? 'brief takes new, list or export.' : `There is no “brief ${action}”.`)
  }
}
