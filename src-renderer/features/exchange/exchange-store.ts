import { useBridge } from '@/bridge/bridge'
import type { CasebookExportReport, CasebookImportReport, ExchangeFormat } from '@contract/exchange'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** File names the formats are known by. */
const ENDINGS: Record<ExchangeFormat, string> = {
  dateline: 'dateline.zip',
  'refi-qda': 'qdpx',
  w3c: 'jsonld',
  markdown: 'markdown.zip',
}

/** Takes the analyst's work out of the casebook and into it, and says what came of it. */
export const useExchange = defineStore('exchange', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const workspace = useWorkspace()
  const choosing = ref(false)
  const busy = ref(false)
  const exported = shallowRef<CasebookExportReport | null>(null)
  const imported = shallowRef<CasebookImportReport | null>(null)

  function begin(): void {
    exported.value = null
    choosing.value = true
  }

  /** Asks where to, and writes the casebook there; everything typed is saved first. */
  async function exportAs(format: ExchangeFormat): Promise<void> {
    if (!(await workspace.saveAll())) return
    const name = workspace.info?.name ?? 'casebook'
    try {
      const out = await bridge.call('dialog.saveFile', { suggestedName: `${name} casebook.${ENDINGS[format]}` })
      if (out === null) return
      busy.value = true
      exported.value = await bridge.call('casebook.export', { out, format })
    } catch (error) {
      toasts.problem(error)
    } finally {
      busy.value = false
    }
  }

  /** Asks for a file, and takes its work in. */
  async function importFile(): Promise<void> {
    if (!(await workspace.saveAll())) return
    try {
      const file = await bridge.call('dialog.openFile')
      if (file === null) return
      busy.value = true
      imported.value = await bridge.call('casebook.import', { file })
    } catch (error) {
      toasts.problem(error)
    } finally {
      busy.value = false
    }
  }

  return { choosing, busy, exported, imported, begin, exportAs, importFile }
})
