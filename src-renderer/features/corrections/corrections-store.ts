import { useBridge } from '@/bridge/bridge'
import type { DecisionRow, Draft, Preview } from '@contract/decisions'
import { toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useUndo } from '@/features/undo/undo-store'
import { ACTIONS, type Action, type Pointed } from './correction-draft'

/** The analyst's corrections: what is being corrected, what it would change, and everything corrected so far. */
export const useCorrections = defineStore('corrections', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const undos = useUndo()
  const pointed = shallowRef<Pointed | null>(null)
  const action = ref<Action>('retype')
  const preview = shallowRef<Preview | null>(null)
  const problem = ref<string | null>(null)
  const rows = shallowRef<DecisionRow[]>([])
  const listed = ref(false)
  let asked = 0

  function ask(at: Pointed, how: Action = ACTIONS[at.kind][0] ?? 'reject'): void {
    preview.value = null
    problem.value = null
    action.value = how
    pointed.value = at
  }

  function close(): void {
    pointed.value = null
  }

  /** Looks what a correction would change; an answer that a newer question overtook is left. */
  async function look(draft: Draft | null): Promise<void> {
    asked += 1
    const mine = asked
    problem.value = null
    if (!draft) {
      preview.value = null
      return
    }
    try {
      const found = await bridge.call('decision.preview', draft)
      if (mine === asked) preview.value = found
    } catch (error) {
      if (mine !== asked) return
      preview.value = null
      problem.value = toFault(error).message
    }
  }

  /** Makes a correction; it can be taken back from its message, by Ctrl+Z and from the list. */
  async function make(draft: Draft): Promise<boolean> {
    try {
      const { id, description } = await bridge.call('decision.make', draft)
      let last = id
      const turn = async () => {
        last = (await bridge.call('decision.make', { kind: 'revert', decision: last })).id
      }
      undos.didAloud({ label: description, undo: turn, redo: turn }, `${description}.`)
      close()
      return true
    } catch (error) {
      toasts.problem(error)
      return false
    }
  }

  async function load(): Promise<void> {
    try {
      rows.value = await bridge.call('decision.list')
    } catch (error) {
      toasts.problem(error)
    }
  }

  async function showList(): Promise<void> {
    await load()
    listed.value = true
  }

  bridge.on('decisions.changed', () => {
    if (listed.value) void load()
  })

  return { pointed, action, preview, problem, rows, listed, ask, close, look, make, load, showList }
})
