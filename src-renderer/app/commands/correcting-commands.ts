import type { Command } from '@/features/commands/commands-store'
import { useCorrections } from '@/features/corrections/corrections-store'
import { useEntitySelection } from '@/features/entities/entity-selection-store'
import { useArticles } from '@/features/reader/articles-store'
import { usePassage } from '@/features/reader/passage-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** What analysis found, corrected by the analyst. */
export function correctingCommands(): Command[] {
  const corrections = useCorrections()
  const entities = useEntitySelection()
  const passages = usePassage()
  const articles = useArticles()
  const workspace = useWorkspace()

  const mention = () => entities.current ?? (passages.passage ? null : (entities.stops[0] ?? null))
  /** The mention one stands at, else a name in the selected words, else the words themselves. */
  function correct(): void {
    const { passage } = passages
    const at = passage ?? mention()
    const view = at && articles.viewOf(at.articleId)
    if (!view) return
    if (passage) corrections.askPassage(view, passage)
    else corrections.askAt(view, mention()?.mention.start ?? -1)
  }
  return [
    {
      id: 'correct',
      group: 'Read',
      title: 'Correct the name, or add the selected words as one',
      keys: ['E'],
      when: () => passages.passage !== null || mention() !== null,
      run: correct,
    },
    {
      id: 'corrections',
      group: 'Read',
      title: 'All corrections…',
      when: () => workspace.info !== null,
      run: () => corrections.showList(),
    },
  ]
}
