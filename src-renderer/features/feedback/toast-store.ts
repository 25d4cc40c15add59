import { toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Toast {
  id: number
  message: string
  tone: 'plain' | 'problem'
  /** What the one button does ("Undo"). */
  action: { label: string; run: () => void } | null
  /** Its change is in the list of the session's changes as well. */
  listed: boolean
}

const SHOWN_MS = 7_000

/** Short messages at the foot of the window, some with an undo. What only a message can undo answers Ctrl+Z outside text first. */
export const useToasts = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([])
  let count = 0

  function show(message: string, options: Partial<Pick<Toast, 'tone' | 'action' | 'listed'>> = {}): number {
    count += 1
    const id = count
    toasts.value = [...toasts.value.slice(-2), { id, message, tone: 'plain', action: null, listed: false, ...options }]
    setTimeout(() => dismiss(id), SHOWN_MS)
    return id
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  /** Says what went wrong in the error's own sentence. */
  const problem = (error: unknown) => show(toFault(error).message, { tone: 'problem' })

  const undoable = (message: string, undo: () => void, listed = false) =>
    show(message, { action: { label: 'Undo', run: undo }, listed })

  function act(id: number): void {
    const toast = toasts.value.find((candidate) => candidate.id === id)
    dismiss(id)
    toast?.action?.run()
  }

  /** Takes back the newest thing that only its message can take back; false when the newest is another or there is none. */
  function undoUnlisted(): boolean {
    const toast = [...toasts.value].reverse().find((candidate) => candidate.action?.label === 'Undo')
    if (!toast || toast.listed) return false
    act(toast.id)
    return true
  }

  return { toasts, show, dismiss, problem, undoable, act, undoUnlisted }
})
