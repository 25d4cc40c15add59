import type { EngineChannel } from '../../contract/names'
import { DatelineError } from '../../contract/errors'
import type { Dossier, Place } from '../../domain/compare/dossier/dossier'
import { dossierMarkdown } from '../../domain/compare/dossier/dossier-markdown'
import type { EntityType } from '../../domain/extract/types'
import { exportTarget, writeExport } from '../briefing/export-target'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { tellerAt } from './describe-conflict'

/** What a screen can show of each list; exports hold everything. */
const SHOWN = 300

/** Answers for dossiers: all that a folder says of one name. */
export function dossierHandlers(session: () => Session): Pick<Handlers, Extract<EngineChannel, `dossier.${string}`>> {
  async function read(name: string, type: EntityType | null, entries: number, wait: boolean): Promise<Dossier> {
    const { comparison } = session()
    const known = wait ? await comparison.get() : comparison.known()
    const families = known && known.families.map(({ members }) => members)
    const dossier = await session().dossier({ name, type, families, entries })
    if (!dossier) throw new DatelineError('not_found', `No article of this folder names “${name}”.`)
    return dossier
  }
  return {
    'dossier.get': async ({ name, type }) => {
      const dossier = await read(name, type, SHOWN, false)
      const { index } = session()
      const tellers = new Map<string, { articleId: string | null; agency: string | null }>()
      const placed = <T extends Place>(entry: T) => {
        const known = tellers.get(entry.path)
        if (known) return { ...entry, ...known }
        const teller = tellerAt(index, entry.path)
        const facts = { articleId: teller?.articleId ?? null, agency: teller?.agency ?? null }
        tellers.set(entry.path, facts)
        return { ...entry, ...facts }
      }
      return {
        ...dossier,
        contexts: dossier.contexts.map(placed),
        quotesBy: dossier.quotesBy.map(placed),
        quotesAbout: dossier.quotesAbout.map(placed),
        figures: dossier.figures.map(placed),
        together: dossier.together.map((one) => ({ ...one, evidence: one.evidence.map(placed) })),
      }
    },
    'dossier.export': async ({ name, type, format, out }) => {
      const target = exportTarget(out, session().place.folder, 'dossier')
      const dossier = await read(name, type, Infinity, true)
      const text = format === 'json' ? `${JSON.stringify(dossier, null, 2)}\n` : dossierMarkdown(dossier)
      writeExport(target, Buffer.from(text, 'utf8'))
      return { out: target }
    },
  }
}
