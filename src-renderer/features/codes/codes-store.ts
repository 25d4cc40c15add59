import { useBridge } from '@/bridge/bridge'
import { newId } from '@/bridge/new-id'
import type { Anchor } from '@contract/casebook'
import type { CodingView } from '@contract/codes'
import { type Fault, toFault } from '@contract/errors'
import {
  childrenOf,
  type Code,
  codePath,
  type CodebookChange,
  codeTree,
  type Coding,
  nextColour,
  withDescendants,
} from '@domain/casebook/codebook'
import { codePassage, mergeCodes, moveCode, removeCode, splitCode } from '@domain/casebook/edit-codebook'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useUndo } from '@/features/undo/undo-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

const NONE: readonly CodingView[] = []

/** The analyst's codes, what stands under them, and every way to change them; each change can be undone. */
export const useCodes = defineStore('codes', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const undos = useUndo()
  const workspace = useWorkspace()
  const codes = shallowRef<readonly Code[]>([])
  const codings = shallowRef<readonly Coding[]>([])
  const byArticle = shallowReactive(new Map<string, readonly CodingView[]>())
  const selectedId = ref<string | null>(null)
  const failure = shallowRef<Fault | null>(null)
  /** Used last, for coding on and on under the same code. */
  const lastUsed = ref<string | null>(null)
  /** The passage that waits for a code to be chosen; null while nothing does. */
  const asking = shallowRef<Anchor | null>(null)

  const tree = computed(() => codeTree(codes.value))
  const selected = computed(() => codes.value.find(({ id }) => id === selectedId.value) ?? null)
  const book = computed(() => ({ codes: codes.value, codings: codings.value }))
  const counts = computed(() => {
    const own = new Map<string, number>()
    for (const { codeId } of codings.value) own.set(codeId, (own.get(codeId) ?? 0) + 1)
    return own
  })
  /** Passages under a code and all below it. */
  const countOf = (id: string): number => {
    let sum = 0
    for (const one of withDescendants(codes.value, id)) sum += counts.value.get(one) ?? 0
    return sum
  }
  const pathOf = (id: string): string => codePath(codes.value, id)
  const inArticle = (articleId: string): readonly CodingView[] => byArticle.get(articleId) ?? NONE

  async function load(): Promise<void> {
    if (!workspace.info) return
    try {
      const list = await bridge.call('code.list')
      codes.value = list.codes
      codings.value = list.codings
      failure.value = null
      if (selectedId.value !== null && !selected.value) selectedId.value = null
      await Promise.all([...byArticle.keys()].map(loadArticle))
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  async function loadArticle(articleId: string): Promise<void> {
    try {
      byArticle.set(articleId, await bridge.call('code.inArticle', { id: articleId }))
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  async function put(label: string, changes: readonly CodebookChange[]): Promise<CodebookChange[]> {
    const { inverse } = await bridge.call('code.apply', { label, changes: [...changes] })
    await load()
    return inverse
  }

  /** Makes a change and remembers how it is undone; false when there is nothing to change or it could not be. */
  async function apply(label: string, changes: readonly CodebookChange[] | null, aloud = ''): Promise<boolean> {
    if (!changes || changes.length === 0) return false
    try {
      let inverse = await put(label, changes)
      const change = {
        label,
        undo: () => put(`Undo: ${label}`, inverse),
        redo: async () => (inverse = await put(label, changes)),
      }
      if (aloud === '') undos.did(change)
      else undos.didAloud(change, aloud)
      return true
    } catch (error) {
      toasts.problem(error)
      return false
    }
  }

  /** A new code at the end of its siblings; it is chosen then. */
  async function create(name: string, parentId: string | null): Promise<string | null> {
    const id = newId()
    const position = childrenOf(codes.value, parentId).length
    const code: Code = {
      ...{ id, parentId, name: name.trim(), colour: nextColour(codes.value), position },
      ...{ definition: '', memo: '', removed: false },
    }
    if (code.name === '' || !(await apply(`Code “${code.name}” made`, [{ kind: 'code', code }]))) return null
    selectedId.value = id
    return id
  }

  const edit = (code: Code, to: Partial<Pick<Code, 'name' | 'colour' | 'definition' | 'memo'>>) =>
    apply(`Code “${to.name ?? code.name}” edited`, [{ kind: 'code', code: { ...code, ...to } }])

  /** Up or down among its siblings, under the one before it, or out beside its parent. */
  function step(code: Code, where: 'up' | 'down' | 'in' | 'out'): Promise<boolean> {
    const siblings = childrenOf(codes.value, code.parentId)
    const at = siblings.findIndex(({ id }) => id === code.id)
    const before = siblings[at - 1]
    const parent = codes.value.find(({ id }) => id === code.parentId)
    const moves = {
      up: () => (before ? moveCode(codes.value, code.id, code.parentId, at - 1) : null),
      down: () => (at < siblings.length - 1 ? moveCode(codes.value, code.id, code.parentId, at + 1) : null),
      in: () => (before ? moveCode(codes.value, code.id, before.id, Infinity) : null),
      out: () =>
        parent
          ? moveCode(
              codes.value,
              code.id,
              parent.parentId,
              childrenOf(codes.value, parent.parentId).findIndex(({ id }) => id === parent.id) + 1,
            )
          : null,
    }
    return apply(`Code “${code.name}” moved`, moves[where]())
  }

  const remove = (code: Code) =>
    apply(
      `Code “${code.name}” deleted`,
      removeCode(book.value, code.id),
      `“${code.name}” and what is under it are in the bin.`,
    )

  async function merge(from: Code, into: Code): Promise<void> {
    const label = `Code “${from.name}” merged into “${into.name}”`
    if (await apply(label, mergeCodes(book.value, from.id, into.id), `${label}.`)) selectedId.value = into.id
  }

  async function split(code: Code, name: string, codingIds: readonly string[]): Promise<void> {
    const made = { id: newId(), name: name.trim(), colour: nextColour(codes.value) }
    const label = `“${made.name}” split from “${code.name}”`
    if (made.name !== '' && (await apply(label, splitCode(book.value, code.id, made, codingIds), `${label}.`)))
      selectedId.value = made.id
  }

  /** Puts a passage under a code. */
  async function assign(codeId: string, anchor: Anchor): Promise<void> {
    const name = codes.value.find(({ id }) => id === codeId)?.name ?? ''
    lastUsed.value = codeId
    if (!byArticle.has(anchor.articleId)) byArticle.set(anchor.articleId, NONE)
    const changes = codePassage(book.value, codeId, anchor, newId())
    if (changes.length === 0) toasts.show(`This passage stands under “${name}” already.`)
    else await apply(`Passage under “${name}”`, changes, `Coded “${name}”.`)
  }

  async function unassign(codingId: string): Promise<void> {
    const coding = codings.value.find(({ id }) => id === codingId)
    if (!coding) return
    const name = codes.value.find(({ id }) => id === coding.codeId)?.name ?? ''
    const removed = { kind: 'coding', coding: { ...coding, removed: true } } as const
    await apply(`Passage taken from “${name}”`, [removed], `Taken from “${name}”.`)
  }

  const loadSoon = useDebounceFn(load, 200, { maxWait: 1_000 })
  bridge.on('notes.changed', ({ noteId }) => {
    if (noteId === null) void loadSoon()
  })
  bridge.on('articles.changed', () => void loadSoon())
  watch(
    () => workspace.info?.id,
    () => {
      byArticle.clear()
      selectedId.value = null
      void load()
    },
    { immediate: true },
  )

  return {
    codes,
    codings,
    tree,
    selectedId,
    selected,
    failure,
    lastUsed,
    asking,
    countOf,
    pathOf,
    inArticle,
    load,
    loadArticle,
    create,
    edit,
    step,
    remove,
    merge,
    split,
    assign,
    unassign,
  }
})
