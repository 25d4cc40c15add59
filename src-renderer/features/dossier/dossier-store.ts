import { useBridge } from '@/bridge/bridge'
import type { DossierView } from '@contract/dossier'
import { type Fault, toFault } from '@contract/errors'
import type { EntityType } from '@domain/extract/types'
import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useFamilies } from '@/features/families/families-store'
import { useToasts } from '@/features/feedback/toast-store'
import { useLayout } from '@/features/layout/layout-store'
import { usePanes } from '@/features/reader/panes-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** A passage of a dossier; without an article when its file went meanwhile. */
interface Passage {
  articleId: string | null
}

/** The page of one name: what the whole folder says of it. */
export const useDossier = defineStore('dossier', () => {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const layout = useLayout()
  const panes = usePanes()
  const families = useFamilies()
  const toasts = useToasts()
  const page = shallowRef<DossierView | null>(null)
  const asked = shallowRef<{ name: string; type: EntityType | null } | null>(null)
  const loading = ref(false)
  const failure = shallowRef<Fault | null>(null)

  async function load(): Promise<void> {
    const question = asked.value
    if (!question) return
    loading.value = true
    try {
      const found = await bridge.call('dossier.get', question)
      if (asked.value !== question) return
      page.value = found
      failure.value = null
    } catch (error) {
      if (asked.value === question) failure.value = toFault(error)
    } finally {
      if (asked.value === question) loading.value = false
    }
  }

  /** Shows the page of a name; `type` null takes the kind it is mostly named as. */
  async function show(name: string, type: EntityType | null): Promise<void> {
    layout.show('dossier')
    if (page.value?.name !== name || page.value.type !== type) page.value = null
    failure.value = null
    asked.value = { name, type }
    await load()
  }
  // Origins are counted once families are known.
  watch(
    () => families.all,
    () => {
      if (page.value?.origins === null) void load()
    },
  )
  watch(
    () => workspace.info?.id,
    () => {
      page.value = null
      asked.value = null
    },
  )

  /** Opens a passage where it stands. */
  async function open({ articleId }: Passage, at: Range | undefined, beside: boolean): Promise<void> {
    if (articleId === null) {
      toasts.show('This file is not in the folder any more.')
      return
    }
    layout.show('library')
    await panes.open(articleId, { beside, ...(at ? { at } : {}) })
  }

  async function exportAs(format: 'md' | 'json'): Promise<void> {
    if (!page.value) return
    const { name, type } = page.value
    try {
      const out = await bridge.call('dialog.saveFile', {
        suggestedName: `${name.replace(/[\\/:*?"<>|]/gu, ' ')}.${format}`,
      })
      if (out === null) return
      const written = await bridge.call('dossier.export', { name, type, format, out })
      toasts.show(`Written: ${written.out}`)
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { page, asked, loading, failure, load, show, open, exportAs }
})
