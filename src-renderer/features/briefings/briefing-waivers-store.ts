import { useBridge } from '@/bridge/bridge'
import type { Waiver } from '@contract/briefing'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

const keyOf = (briefingId: string) => `briefing-waivers:${briefingId}`

/** Rules of the gate that the open briefing is exported in spite of, each with its reason; kept with the workspace, printed at export. */
export const useBriefingWaivers = defineStore('briefing-waivers', () => {
  const bridge = useBridge()
  const briefing = ref<string | null>(null)
  const list = shallowRef<Waiver[]>([])

  /** Reads those of a briefing; one that has none yet, or whose entry cannot be read, starts without. */
  async function load(id: string): Promise<void> {
    briefing.value = id
    list.value = []
    const kept = await bridge.call('state.get', { key: keyOf(id) }).catch(() => null)
    if (briefing.value === id && kept !== null) list.value = readWaivers(kept)
  }

  function keep(waivers: Waiver[]): void {
    list.value = waivers
    if (briefing.value === null) return
    void bridge.call('state.set', { key: keyOf(briefing.value), value: JSON.stringify(waivers) }).catch(() => undefined)
  }

  /** A rule has one reason; a new one takes the place of the old. */
  const waive = (rule: string, reason: string): void =>
    keep([...list.value.filter((one) => one.rule !== rule), { rule, reason }])
  const takeBack = (rule: string): void => keep(list.value.filter((one) => one.rule !== rule))

  return { list, load, waive, takeBack }
})

function readWaivers(json: string): Waiver[] {
  try {
    const kept: unknown = JSON.parse(json)
    return Array.isArray(kept) ? kept.filter(isWaiver) : []
  } catch {
    return []
  }
}

function isWaiver(value: unknown): value is Waiver {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    'reason' in value &&
    typeof value.rule === 'string' &&
    typeof value.reason === 'string'
  )
}
