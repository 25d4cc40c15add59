import type { Command } from '@/features/commands/commands-store'
import { useCompare } from '@/features/compare/compare-store'
import { useConflicts } from '@/features/conflicts/conflicts-store'
import { useDossier } from '@/features/dossier/dossier-store'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useFamilies } from '@/features/families/families-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useTwoUp } from '../use-two-up'

/** Holding articles against each other: panes, families, conflicts. */
export function comparingCommands(): Command[] {
  const compare = useCompare()
  const conflicts = useConflicts()
  const families = useFamilies()
  const dossier = useDossier()
  const entities = useEntitySelection()
  const layout = useLayout()
  const panes = usePanes()
  const toasts = useToasts()
  const { comparePanes } = useTwoUp()
  const group = 'Compare'

  const differ = () => compare.stops.length > 0
  const factsDiffer = () => compare.facts > 0
  const compared = () => compare.seams.length > 0
  const reading = () => layout.reads && panes.panes.length > 0
  const onBoard = () => layout.view === 'conflicts' && conflicts.current !== null
  const family = () => panes.focused && families.show(panes.focused.articleId)

  const named = () => entities.selected !== null
  const dossierOf = () => entities.selected && dossier.show(entities.selected.name, entities.selected.type)

  async function withOrigin(): Promise<void> {
    const id = panes.focused?.articleId
    if (!id) return
    await families.show(id)
    const first = families.page?.members[0]
    layout.show('library')
    if (!first) toasts.show('This article stands alone: no other one is a copy or rewrite of it.')
    else if (first.articleId === id) toasts.show('This article was told first; the family page shows who followed.')
    else await compare.open(first.articleId, id)
  }
  return [
    { id: 'compare', group, title: 'Compare open panes', keys: ['Alt+D'], when: reading, run: comparePanes },
    { id: 'compare-origin', group, title: 'Compare with the first telling', keys: ['Alt+O'], when: reading, run: withOrigin },
    { id: 'change', group, title: 'Next change', keys: ['F7'], when: differ, run: () => compare.step(1) },
    { id: 'change-back', group, title: 'Previous change', keys: ['Shift+F7'], whileTyping: true, when: differ, run: () => compare.step(-1) },
    { id: 'fact', group, title: 'Next fact or conflict', keys: ['F8'], when: factsDiffer, run: () => compare.step(1, true) },
    { id: 'fact-back', group, title: 'Previous fact or conflict', keys: ['Shift+F8'], whileTyping: true, when: factsDiffer, run: () => compare.step(-1, true) },
    { id: 'lock', group, title: 'Panes scroll together or apart', keys: ['L'], when: compared, run: compare.toggleLock },
    { id: 'family', group, title: 'Family of this article', keys: ['G'], when: reading, run: family },
    { id: 'dossier', group, title: 'Dossier of the selected name', keys: ['D'], when: named, run: dossierOf },
    { id: 'judge', group, title: 'Judge this conflict', keys: ['J'], when: onBoard, run: () => conflicts.askAbout(conflicts.current) },
    { id: 'conflict-open', group, title: 'This conflict side by side', when: onBoard, run: () => conflicts.current && conflicts.sideBySide(conflicts.current) },
  ] // prettier-ignore
}
