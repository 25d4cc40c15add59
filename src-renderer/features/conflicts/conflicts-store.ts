import { useBridge } from '@/bridge/bridge'
import type { ConflictView, EvidenceView } from '@contract/compare'
import type { Verdict } from '@domain/compare/conflicts/judgement'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useCompare } from '@/features/compare/compare-store'
import { useAskedOfFolder } from '@/features/compare/folder-ready-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { useUndo } from '@/features/undo/undo-store'

export const BOARDS = ['open', 'update', 'rounding', 'scope', 'judged'] as const
export type Board = (typeof BOARDS)[number]

const MOST_PASSAGES = 200

/** On which board a conflict stands: what asks for a decision, what only looks like a conflict, and what was decided. */
export function boardOf({ kind, judgement }: ConflictView): Board {
  if (judgement) return 'judged'
  return kind === 'update' || kind === 'rounding' || kind === 'scope' ? kind : 'open'
}

/** A passage of one side and one of another, from two articles where there are two. */
export function passagesOf({ sides }: ConflictView): [EvidenceView, EvidenceView] | null {
  const all = sides.map(({ evidence }) => evidence)
  for (const [i, left] of all.entries())
    for (const right of all.slice(i + 1))
      for (const a of left) for (const b of right) if (a.articleId !== b.articleId) return [a, b]
  const [a, b] = [all[0]?.[0], all[1]?.[0]]
  return a && b ? [a, b] : null
}

/** What the articles of the folder do not agree on, and what the analyst made of it. */
export const useConflicts = defineStore('conflicts', () => {
  const bridge = useBridge()
  const compare = useCompare()
  const layout = useLayout()
  const toasts = useToasts()
  const undos = useUndo()
  const all = shallowRef<readonly ConflictView[]>([])
  const articles = ref(0)
  const board = ref<Board>('open')
  const currentRank = ref<number | null>(null)
  /** The conflict about which the judging dialog asks. */
  const judging = shallowRef<ConflictView | null>(null)

  const byBoard = computed(() => {
    const boards: Record<Board, ConflictView[]> = { open: [], update: [], rounding: [], scope: [], judged: [] }
    for (const conflict of all.value) boards[boardOf(conflict)].push(conflict)
    return boards
  })
  const shown = computed(() => byBoard.value[board.value])
  const current = computed(() => shown.value.find(({ rank }) => rank === currentRank.value) ?? shown.value[0] ?? null)

  const { loading, failure, load } = useAskedOfFolder({
    view: 'conflicts',
    ask: async () => {
      const list = await bridge.call('conflict.list')
      all.value = list.conflicts
      articles.value = list.articles
    },
    forget: () => {
      all.value = []
    },
  })

  async function write(conflict: ConflictView, verdict: Verdict, note: string): Promise<void> {
    const sides = conflict.sides.map(({ evidence }) =>
      // Any passage of a side tells it again; a thousand copies need not be written down.
      evidence.slice(0, MOST_PASSAGES).map(({ articleId, path, text }) => ({ articleId, path, text })),
    )
    const { madeAt } = await bridge.call('conflict.judge', { kind: conflict.kind, sides, verdict, note })
    const judgement = verdict === 'open' ? null : { verdict, note, madeAt }
    all.value = all.value.map((one) => (one.rank === conflict.rank ? { ...one, judgement } : one))
  }

  /** Keeps what the analyst decided; every decision can be taken back. Says whether it was kept. */
  async function judge(conflict: ConflictView, verdict: Verdict, note: string): Promise<boolean> {
    const before = conflict.judgement
    try {
      await write(conflict, verdict, note)
    } catch (error) {
      toasts.problem(error)
      return false
    }
    judging.value = null
    const change = {
      label: verdict === 'open' ? 'Conflict opened again' : 'Conflict judged',
      undo: () => write(conflict, before?.verdict ?? 'open', before?.note ?? ''),
      redo: () => write(conflict, verdict, note),
    }
    undos.didAloud(change, verdict === 'open' ? 'The conflict is open again.' : 'Judged. It stands under “Judged”.')
    return true
  }

  /** Opens both sides beside each other at their sentences. `from` is the passage asked for, where one was. */
  async function sideBySide(conflict: ConflictView, from?: EvidenceView): Promise<void> {
    currentRank.value = conflict.rank
    const others = conflict.sides.filter(({ evidence }) => !from || !evidence.includes(from))
    const other =
      from && others.flatMap(({ evidence }) => evidence).find(({ articleId }) => articleId !== from.articleId)
    const pair = from && other ? ([from, other] as const) : passagesOf(conflict)
    if (!pair) return
    layout.show('library')
    const [a, b] = pair
    if (a.articleId === b.articleId) await compare.openAlone(a.articleId, a)
    else await compare.open(a.articleId, b.articleId, { a, b })
  }

  return {
    all,
    articles,
    loading,
    failure,
    board,
    byBoard,
    shown,
    current,
    judging,
    load,
    judge,
    sideBySide,
    choose: (conflict: ConflictView) => (currentRank.value = conflict.rank),
    askAbout: (conflict: ConflictView | null) => (judging.value = conflict),
  }
})
