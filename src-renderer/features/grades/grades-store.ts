import { useBridge } from '@/bridge/bridge'
import type { Anchor } from '@contract/casebook'
import type { Output } from '@contract/channels'
import { ADMIRALTY, gradeLabel, type GradeScope } from '@domain/casebook/grading'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useUndo } from '@/features/undo/undo-store'

interface Steps {
  reliability: string | null
  credibility: string | null
}

/** The grade of one article's source, while it is looked at, and the way to give another. */
export const useGrades = defineStore('grades', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const undos = useUndo()
  const articleId = shallowRef<string | null>(null)
  const known = shallowRef<Output<'grade.get'> | null>(null)
  const label = computed(() => (known.value?.inForce ? gradeLabel(known.value.inForce) : null))

  async function show(id: string): Promise<void> {
    try {
      known.value = await bridge.call('grade.get', { id })
      articleId.value = id
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** The source of a cited passage, in the file as it is now. */
  async function showOf(anchor: Anchor): Promise<void> {
    try {
      const { articleId: now } = await bridge.call('anchor.resolve', { anchor })
      await show(now ?? anchor.articleId)
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** The grade given last to the article or to its outlet; nothing where there is none. */
  function given(scope: GradeScope): Steps {
    const [last] = (scope === 'article' ? known.value?.ofArticle : known.value?.ofOutlet) ?? []
    return { reliability: last?.reliability ?? null, credibility: last?.credibility ?? null }
  }

  /** Gives a grade; the one before stays in the history, and the undo gives it again. */
  async function give(scope: GradeScope, steps: Steps, reason: string): Promise<void> {
    const id = articleId.value
    if (id === null) return
    const before = given(scope)
    const put = async (to: Steps, why: string) => {
      await bridge.call('grade.give', { articleId: id, scope, scheme: ADMIRALTY.id, ...to, reason: why })
      if (articleId.value === id) await show(id)
    }
    try {
      await put(steps, reason)
      const who = scope === 'outlet' ? (known.value?.outlet ?? 'Outlet') : 'Article'
      undos.did({
        label: `${who} graded ${gradeLabel(steps)}`,
        undo: () => put(before, 'Undone.'),
        redo: () => put(steps, reason),
      })
    } catch (error) {
      toasts.problem(error)
    }
  }

  const close = () => (articleId.value = null)

  return { articleId, known, label, given, show, showOf, give, close }
})
