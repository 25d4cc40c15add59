import { useBridge } from '@/bridge/bridge'
import type { ArticleView } from '@contract/article'
import type { DecisionRow, Draft, Preview } from '@contract/decisions'
import { toFault } from '@contract/errors'
import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useUndo } from '@/features/undo/undo-store'
import { ACTIONS, menuLabel, type Action, type Pointed } from './correction-draft'
import { claimAt, nameAt, passageOf } from './point-at'

interface MenuChoice {
  label: string
  run: () => void
}

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

  /** Asks about the name, or the quote or figure, that stands at an offset of an article; nothing when none does. */
  function askAt(view: ArticleView, offset: number, what: 'name' | 'claim' = 'name'): void {
    const at = what === 'name' ? nameAt(view, offset) : claimAt(view, offset)
    if (at) ask(at)
  }

  /** Asks about selected words: the name that begins with them, or that they are one. */
  function askPassage(view: ArticleView, range: Range): void {
    const name = nameAt(view, range.start)
    ask(name?.start === range.start ? name : passageOf(view, range))
  }

  /** Everything that can be corrected at a place of an article, as items of a menu. */
  function choicesAt(view: ArticleView, offset: number | null, passage: Range | null): MenuChoice[] {
    const name = offset === null ? null : nameAt(view, offset)
    const claim = offset === null ? null : claimAt(view, offset)
    const words = passage && !name ? passageOf(view, passage) : null
    return [name, words, claim]
      .filter((at) => at !== null)
      .flatMap((at) => ACTIONS[at.kind].map((how) => ({ label: menuLabel(at, how), run: () => ask(at, how) })))
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

  function remember(id: string, description: string): void {
    let last = id
    const turn = async () => {
      last = (await bridge.call('decision.make', { kind: 'revert', decision: last })).id
    }
    undos.didAloud({ label: description, undo: turn, redo: turn }, `${description}.`)
  }

  /** Makes a correction; it can be taken back from its message, by Ctrl+Z and from the list. */
  async function make(draft: Draft): Promise<boolean> {
    try {
      const { id, description } = await bridge.call('decision.make', draft)
      remember(id, description)
      close()
      return true
    } catch (error) {
      toasts.problem(error)
      return false
    }
  }

  /** Adds a list of names from a file the analyst chooses; says which lines could not be used. */
  async function addNames(): Promise<void> {
    try {
      const file = await bridge.call('dialog.openFile')
      if (file === null) return
      const { id, description, problems } = await bridge.call('gazetteer.add', { file })
      remember(id, description)
      if (problems.length > 0) toasts.show(problems.join(' '), { tone: 'problem' })
    } catch (error) {
      toasts.problem(error)
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

  return {
    pointed,
    action,
    preview,
    problem,
    rows,
    listed,
    ask,
    close,
    askAt,
    askPassage,
    choicesAt,
    look,
    make,
    addNames,
    load,
    showList,
  }
})
