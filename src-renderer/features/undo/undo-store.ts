import { toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** An authored change that can be taken back. */
export interface Change {
  /** "Highlight removed": what was done, as the list of changes says it. */
  label: string
  undo: () => Promise<unknown>
  redo: () => Promise<unknown>
  /** Changes with the same key that follow each other are one: typing on in a note. */
  key?: string
}

export interface Done extends Change {
  id: number
  at: Date
}

const MOST = 500

/** Every authored change since the folder was opened, in order: notes, highlights, codes. Text being typed has the editor's own undo. */
export const useUndo = defineStore('undo', () => {
  const toasts = useToasts()
  const workspace = useWorkspace()
  /** Oldest first. */
  const done = shallowRef<readonly Done[]>([])
  /** The next one to be done again last. */
  const undone = shallowRef<readonly Done[]>([])
  let count = 0
  let line: Promise<unknown> = Promise.resolve()

  const last = computed(() => done.value.at(-1) ?? null)
  const next = computed(() => undone.value.at(-1) ?? null)

  /** Remembers a change that was made and acknowledged. What was taken back before it can not be done again. */
  function did(change: Change): number {
    const before = last.value
    undone.value = []
    if (before && change.key !== undefined && before.key === change.key) {
      const merged = { ...before, label: change.label, redo: change.redo, at: new Date() }
      done.value = [...done.value.slice(0, -1), merged]
      return before.id
    }
    count += 1
    done.value = [...done.value.slice(1 - MOST), { ...change, id: count, at: new Date() }]
    return count
  }

  /** The same with a message at the foot of the window whose button takes exactly this change back. */
  function didAloud(change: Change, message: string): void {
    const id = did(change)
    toasts.undoable(message, () => void undo(id), true)
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = line.then(work)
    line = result.catch(() => undefined)
    return result
  }

  /** Takes back the newest change, or the given one; one that cannot be taken back stays in the list and says why. */
  const undo = (id?: number) =>
    inTurn(async () => {
      const change = id === undefined ? last.value : done.value.find((one) => one.id === id)
      if (!change) return false
      try {
        await change.undo()
      } catch (error) {
        toasts.show(`“${change.label}” could not be undone: ${toFault(error).message}`, { tone: 'problem' })
        return false
      }
      done.value = done.value.filter((one) => one !== change)
      undone.value = [...undone.value, change]
      return true
    })

  /** Does the change that was taken back last once more. */
  const redo = () =>
    inTurn(async () => {
      const change = next.value
      if (!change) return false
      try {
        await change.redo()
      } catch (error) {
        toasts.show(`“${change.label}” could not be done again: ${toFault(error).message}`, { tone: 'problem' })
        return false
      }
      undone.value = undone.value.slice(0, -1)
      done.value = [...done.value, { ...change, at: new Date() }]
      return true
    })

  watch(
    () => workspace.info?.id,
    () => {
      done.value = []
      undone.value = []
    },
  )

  return { done, undone, last, next, did, didAloud, undo, redo }
})
