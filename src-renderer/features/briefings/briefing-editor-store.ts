import { AutoSaver, type SaverPhase } from '@/bridge/auto-saver'
import { useBridge } from '@/bridge/bridge'
import { newId } from '@/bridge/new-id'
import type { BriefingFormat, ExportReport, Finding } from '@contract/briefing'
import type { Anchor } from '@contract/casebook'
import { type Fault, toFault } from '@contract/errors'
import { withReason } from '@domain/briefing/waived-message'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'
import { useSourceLabels } from '@/features/notes/source-labels-store'
import { useWorkspace } from '@/features/workspace/workspace-store'
import { type DeskFinding, isOfTheFolder, useBriefingCheck } from './briefing-check-store'
import { checksWhileWriting } from './briefing-checks'
import * as edits from './briefing-edits'
import { useBriefingWaivers } from './briefing-waivers-store'

type Edit = (sections: readonly edits.BriefingSection[]) => edits.BriefingSection[]

/** The one briefing being written: typed sentences in sections, saved as they change. */
export const useBriefingEditor = defineStore('briefing-editor', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const labels = useSourceLabels()
  const workspace = useWorkspace()
  const waivers = useBriefingWaivers()
  const checks = useBriefingCheck()

  const id = ref<string | null>(null)
  const title = ref('')
  const marking = ref('')
  const author = ref('')
  const sections = shallowRef<edits.BriefingSection[]>([])
  const revision = ref(0)
  const savedAt = ref<string | null>(null)
  const phase = ref<SaverPhase>('clean')
  const fault = shallowRef<Fault | null>(null)
  const exporting = ref(false)
  const report = shallowRef<ExportReport | null>(null)
  /** Whether what the last export found is of the briefing as it stands now. */
  const reportFits = ref(false)
  const refusal = shallowRef<Fault | null>(null)
  /** The sentence the keyboard should go to after an edit. */
  const wanted = ref<string | null>(null)

  /** What the last export found and, where it said nothing or the words changed since, what words and folder say while writing. */
  const findings = computed<DeskFinding[]>(() => {
    const reasons = new Map(waivers.list.map(({ rule, reason }) => [rule, reason]))
    const folder = checks.findingsOf(sections.value)
    const told = (folder ?? []).map((finding): DeskFinding => {
      const reason = reasons.get(finding.rule)
      return reason ? { ...finding, level: 'waived', message: withReason(finding.message, reason) } : finding
    })
    const seen = checksWhileWriting(sections.value, waivers.list).filter((one) => !folder || !isOfTheFolder(one))
    const written = [...seen, ...told]
    if (!report.value || !reportFits.value) return written
    const key = ({ rule, sentenceId, start }: Finding) => `${rule} ${sentenceId} ${start}`
    const known = new Set(written.map(key))
    const found = report.value.findings.filter((one) => !known.has(key(one)) && !(folder && isOfTheFolder(one)))
    return [
      ...written,
      ...found.map((finding) => (reasons.has(finding.rule) ? ({ ...finding, level: 'waived' } as const) : finding)),
    ]
  })
  const sentences = computed(() => sections.value.reduce((sum, section) => sum + section.sentences.length, 0))

  const saver = new AutoSaver({
    save,
    changed: (next, why) => {
      phase.value = next
      fault.value = why
    },
  })

  async function save(): Promise<void> {
    const saved = await bridge.call('briefing.save', {
      id: id.value,
      expectedRevision: revision.value,
      title: title.value,
      marking: marking.value,
      author: author.value,
      sections: sections.value.map((section) => ({
        ...section,
        sentences: section.sentences.map((sentence) => ({
          ...sentence,
          citations: sentence.citations.map(({ id: citationId, anchor }) => ({ id: citationId, anchor })),
        })),
      })),
    })
    id.value = saved.id
    revision.value = saved.revision
    savedAt.value = saved.savedAt
    void checks.follow(saved.id, sections.value)
  }

  const flush = () => (id.value === null ? Promise.resolve(true) : saver.flush())

  /** Shows another briefing after this one is saved; `quiet` says nothing of one that is gone. */
  async function open(briefingId: string, quiet = false): Promise<void> {
    if (!(await flush())) return
    try {
      const briefing = await bridge.call('briefing.get', { id: briefingId })
      id.value = briefing.id
      title.value = briefing.title
      marking.value = briefing.marking
      author.value = briefing.author
      sections.value = briefing.sections
      revision.value = briefing.revision
      savedAt.value = briefing.updatedAt
      report.value = null
      refusal.value = null
      await waivers.load(briefing.id)
      void checks.follow(briefing.id, sections.value)
    } catch (error) {
      if (!quiet) toasts.problem(error)
    }
  }

  function leave(): void {
    saver.drop()
    checks.leave()
    id.value = null
  }

  /** Keeps this version beside the one that was changed elsewhere. */
  async function saveAsCopy(): Promise<void> {
    id.value = null
    revision.value = 0
    title.value = `${title.value} (my version)`.trim()
    saver.touch()
    await saver.flush()
  }

  async function close(): Promise<boolean> {
    if (!(await flush())) return false
    id.value = null
    return true
  }
  workspace.beforeLeaving(flush)
  watch(
    () => workspace.info?.id,
    () => leave(),
  )

  function apply(edit: Edit): void {
    sections.value = edit(sections.value)
    reportFits.value = false
    saver.touch()
  }

  function describe(changes: { title?: string; marking?: string; author?: string }): void {
    title.value = changes.title ?? title.value
    marking.value = changes.marking ?? marking.value
    author.value = changes.author ?? author.value
    saver.touch()
  }

  /** Begins a sentence after another one, or at the end of a section. */
  function add(place: { after: string } | { section: string }): void {
    const sentence = edits.newSentence(newId())
    apply((all) => edits.insertSentence(all, sentence, place))
    wanted.value = sentence.id
  }

  /** Takes a sentence or a section out; the undo puts everything back as it was. */
  function removing(edit: Edit, said: string): void {
    const before = sections.value
    apply(edit)
    toasts.undoable(said, () => apply(() => [...before]))
  }
  const remove = (sentenceId: string) => removing((all) => edits.removeSentence(all, sentenceId), 'Sentence deleted.')
  const removeSection = (sectionId: string) =>
    removing((all) => all.filter((section) => section.id !== sectionId), 'Section deleted.')

  function addSection(): void {
    const section = { id: newId(), heading: '', sentences: [edits.newSentence(newId())] }
    apply((all) => [...all, section])
    wanted.value = section.id
  }

  function cite(sentenceId: string, anchor: Anchor): void {
    apply((all) => edits.citeIn(all, sentenceId, { id: newId(), anchor, state: 'exact', ...labels.of(anchor) }))
  }

  /** Saves, asks where to, and exports; a refusal is kept to be read beside the sentences. */
  async function exportAs(format: BriefingFormat, paper: 'A4' | 'Letter'): Promise<boolean> {
    if (id.value === null || !(await saver.flush())) return false
    const name = title.value.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '') || 'briefing'
    try {
      const out = await bridge.call('dialog.saveFile', { suggestedName: `${name.slice(0, 80)}.${format}` })
      if (!out) return false
      exporting.value = true
      refusal.value = null
      report.value = null
      report.value = await bridge.call('briefing.export', { id: id.value, format, out, paper, waivers: waivers.list })
      reportFits.value = true
      void checks.ask(id.value)
      return report.value.out !== null
    } catch (error) {
      refusal.value = toFault(error)
      return false
    } finally {
      exporting.value = false
    }
  }

  return {
    id,
    title,
    marking,
    author,
    sections,
    revision,
    savedAt,
    phase,
    fault,
    exporting,
    report,
    refusal,
    wanted,
    findings,
    sentences,
    flush,
    open,
    leave,
    saveAsCopy,
    close,
    apply,
    describe,
    add,
    remove,
    removeSection,
    addSection,
    cite,
    exportAs,
  }
})
