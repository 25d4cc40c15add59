import { useBridge } from '@/bridge/bridge'
import { type Fault, toFault } from '@contract/errors'
import type { EventPayload } from '@contract/events'
import type { Recent, Status, WorkspaceInfo } from '@contract/workspace'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useToasts } from '@/features/feedback/toast-store'

const NO_STATUS: Status = {
  phase: 'idle',
  text: { done: 0, total: 0 },
  analysis: { done: 0, total: 0 },
  current: null,
  articles: 0,
  attention: 0,
  formats: [],
  secondsLeft: null,
}

/** Which folder is open, how far its reading has come, and whether the engine is there. */
export const useWorkspace = defineStore('workspace', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const info = shallowRef<WorkspaceInfo | null>(null)
  const recents = shallowRef<Recent[]>([])
  const status = shallowRef<Status>(NO_STATUS)
  const engine = shallowRef<EventPayload<'engine.state'>>({ state: 'up', message: null })
  const blockedRequests = ref(0)
  /** Folder being opened, null when none is. */
  const opening = ref<string | null>(null)
  const failure = shallowRef<Fault | null>(null)
  const sampleFolder = ref<string | null>(null)
  const started = ref(false)

  const working = computed(() => ['scan', 'text', 'analysis', 'paused'].includes(status.value.phase))
  const readable = computed(() => status.value.text.done > 0 || status.value.articles > 0)

  bridge.on('status', (next) => (status.value = next))
  let heard = 0
  bridge.on('engine.state', (next) => {
    const mine = ++heard
    const say = () => {
      if (mine === heard) engine.value = next
    }
    // Back is said when the folder is open again: until then nothing could be saved.
    if (next.state === 'up' && engine.value.state !== 'up') void comeBack().then(say)
    else say()
  })
  bridge.on('network.blocked', ({ count }) => (blockedRequests.value = count))
  bridge.on('folder.requested', ({ folder }) => void open(folder))

  /** Asked before another folder is opened, this one or the window is closed: everything typed must be saved first. */
  const guards = new Set<() => Promise<boolean>>()
  /** Adds a guard, which saves what it has to and says whether that worked; returns what takes it away again. */
  function beforeLeaving(guard: () => Promise<boolean>): () => void {
    guards.add(guard)
    return () => guards.delete(guard)
  }

  /** Saves everything there is to save; false when something could not be. */
  async function saveAll(): Promise<boolean> {
    const saved = await Promise.all([...guards].map((guard) => guard()))
    return saved.every(Boolean)
  }

  async function mayLeave(): Promise<boolean> {
    if (!info.value || (await saveAll())) return true
    toasts.show('The folder stays open: the last words typed in it are not saved yet.', { tone: 'problem' })
    return false
  }

  async function refresh(): Promise<void> {
    const [current, known] = await Promise.all([bridge.call('workspace.current'), bridge.call('workspace.recents')])
    info.value = current
    recents.value = known
    if (current) status.value = await bridge.call('workspace.status')
  }

  /** An engine started anew has no folder open: the one on screen is opened again under it, and everything on screen stays. */
  async function comeBack(): Promise<void> {
    try {
      if (info.value) info.value = await bridge.call('workspace.open', { folder: info.value.folder })
      await refresh()
    } catch (error) {
      failure.value = toFault(error)
    }
  }

  async function start(): Promise<void> {
    try {
      sampleFolder.value = (await bridge.call('app.info')).sampleFolder
      await refresh()
    } catch (error) {
      failure.value = toFault(error)
    } finally {
      started.value = true
    }
  }

  /** Opens a folder; a failure is shown on the opening screen and leaves what was open alone. */
  async function open(folder: string): Promise<boolean> {
    if (!(await mayLeave())) return false
    opening.value = folder
    failure.value = null
    try {
      info.value = await bridge.call('workspace.open', { folder })
      status.value = await bridge.call('workspace.status')
      return true
    } catch (error) {
      failure.value = toFault(error)
      return false
    } finally {
      opening.value = null
      recents.value = await bridge.call('workspace.recents').catch(() => recents.value)
    }
  }

  /** Asks for a folder and opens it. */
  async function choose(): Promise<void> {
    const folder = await bridge.call('dialog.openFolder').catch(() => null)
    if (folder) await open(folder)
  }

  async function openSample(): Promise<void> {
    if (sampleFolder.value) await open(sampleFolder.value)
  }

  async function close(): Promise<void> {
    if (!(await mayLeave())) return
    try {
      await bridge.call('workspace.close')
      info.value = null
      status.value = NO_STATUS
      recents.value = await bridge.call('workspace.recents')
    } catch (error) {
      toasts.problem(error)
    }
  }

  async function forget(folder: string): Promise<void> {
    await bridge.call('workspace.forget', { folder })
    recents.value = await bridge.call('workspace.recents')
  }

  const guarded =
    (name: 'workspace.pause' | 'workspace.resume' | 'workspace.cancel' | 'workspace.rescan') => async () => {
      try {
        await bridge.call(name)
        status.value = await bridge.call('workspace.status')
      } catch (error) {
        toasts.problem(error)
      }
    }

  return {
    info,
    recents,
    status,
    engine,
    blockedRequests,
    opening,
    failure,
    sampleFolder,
    started,
    working,
    readable,
    beforeLeaving,
    saveAll,
    start,
    open,
    openSample,
    choose,
    close,
    forget,
    pause: guarded('workspace.pause'),
    resume: guarded('workspace.resume'),
    cancel: guarded('workspace.cancel'),
    rescan: guarded('workspace.rescan'),
  }
})
