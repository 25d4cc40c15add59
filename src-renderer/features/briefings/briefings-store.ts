import { useBridge } from '@/bridge/bridge'
import { useToasts } from '@/features/feedback/toast-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import type { BriefingFormat, BriefingRow, ExportReport, VerifyReport } from '@contract/briefing'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'

export interface Draft {
  noteIds: string[]
  title: string
  marking: string
  author: string
}

/** The briefings of the workspace, what the last export found, and what the last check of one found. */
export const useBriefings = defineStore('briefings', () => {
  const bridge = useBridge()
  const workspace = useWorkspace()
  const toasts = useToasts()
  const rows = shallowRef<BriefingRow[]>([])
  const report = shallowRef<ExportReport | null>(null)
  const verified = shallowRef<VerifyReport | null>(null)
  const busy = ref(false)

  async function load(): Promise<void> {
    try {
      rows.value = workspace.info ? await bridge.call('briefing.list') : []
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** Runs one long step; its failure is said and changes nothing. */
  async function run<T>(step: () => Promise<T>): Promise<T | null> {
    busy.value = true
    try {
      return await step()
    } catch (error) {
      toasts.problem(error)
      return null
    } finally {
      busy.value = false
    }
  }

  async function make(draft: Draft): Promise<boolean> {
    const saved = await run(() => bridge.call('briefing.fromNotes', draft))
    await load()
    return saved !== null
  }

  async function exportAs(row: BriefingRow, format: BriefingFormat): Promise<void> {
    const name = row.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'briefing'
    const out = await bridge.call('dialog.saveFile', { suggestedName: `${name}.${format}` })
    if (out) report.value = await run(() => bridge.call('briefing.export', { id: row.id, format, out, paper: 'A4' }))
  }

  async function verify(): Promise<void> {
    const file = await bridge.call('dialog.openFile')
    if (file) verified.value = await run(() => bridge.call('briefing.verify', { file }))
  }

  watch(
    () => workspace.info?.id,
    () => void load(),
    { immediate: true },
  )

  return { rows, report, verified, busy, load, make, exportAs, verify }
})
