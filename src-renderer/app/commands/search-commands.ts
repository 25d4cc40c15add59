import { type Command } from '@/features/commands/commands-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useArticles } from '@/features/reader/articles-store'
import { type SearchPage, useSearchPage } from '@/features/search/search-page-store'
import { useSearch } from '@/features/search/search-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

const PAGES: [SearchPage, string, string[]][] = [
  ['lines', 'Show what was found in context', ['Ctrl+Shift+X']],
  ['saved', 'Saved searches and history', ['Ctrl+Shift+S']],
  ['table', 'Count many queries', []],
]

/** Pages about the search, its filters, and articles like the one being read. */
export function searchCommands(): Command[] {
  const layout = useLayout()
  const workspace = useWorkspace()
  const pages = useSearchPage()
  const search = useSearch()
  const panes = usePanes()
  const articles = useArticles()
  const group = 'Search'
  const when = () => workspace.info !== null
  const shown = () => articles.viewOf(panes.focused?.articleId ?? '')?.path ?? null

  async function findSimilar(): Promise<void> {
    const path = shown()
    if (path === null) return
    layout.show('search')
    await search.start(`like:"${path}"`)
  }
  return [
    ...PAGES.map(([page, title, keys]): Command => ({
      id: `search-${page}`,
      group,
      title,
      keys,
      when,
      run: () => {
        layout.show('search')
        pages.page = page
      },
    })),
    {
      id: 'search-filters',
      group,
      title: 'Filter the search',
      keys: ['Ctrl+Shift+F'],
      when,
      run: () => {
        layout.show('search')
        pages.filtersOpen = true
      },
    },
    {
      id: 'search-similar',
      group,
      title: 'Find articles like this one',
      when: () => shown() !== null,
      run: findSimilar,
    },
  ]
}
