import { useBridge } from '@/bridge/bridge'
import type { BriefingCheck, Finding } from '@contract/briefing'
import type { Anchor } from '@contract/casebook'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { BriefingSection, BriefingSentence } from './briefing-edits'

/** A finding as the desk shows it: with the passage of another article it speaks of, where there is one. */
export type DeskFinding = Finding & { anchor?: Anchor | null }

/** Rules that hold a briefing against the whole folder: only the engine can tell, so it is asked while writing too. */
const OF_THE_FOLDER = new Set(['contradicted', 'told-otherwise', 'one-dispatch'])

/** The folder may be in the middle of being read: it is asked when it has come to rest. */
const REST = 1_500

/** What the folder says of the open briefing: who contradicts it, and what changed under its sentences. */
export const useBriefingCheck = defineStore('briefing-check', () => {
  const bridge = useBridge()
  const found = shallowRef<BriefingCheck | null>(null)
  const open = ref<string | null>(null)
  /** What each sentence rested on when the engine was asked: a finding of one that rests on something else now is out of date. */
  const askedOf = shallowRef<ReadonlyMap<string, string>>(new Map())
  let asked = 0
  let last: readonly BriefingSection[] = []

  /** Asks anew where the briefing is another one or a sentence rests on something else than when it was asked last. */
  async function follow(id: string, sections: readonly BriefingSection[]): Promise<void> {
    const rests = restsOf(sections)
    const same = open.value === id && rests.size === askedOf.value.size && [...rests].every(isAsAsked)
    last = sections
    if (!same) await ask(id)
  }
  const isAsAsked = ([sentenceId, rest]: [string, string]) => askedOf.value.get(sentenceId) === rest

  async function ask(id: string): Promise<void> {
    const turn = ++asked
    if (open.value !== id) found.value = null
    open.value = id
    askedOf.value = restsOf(last)
    // Without an answer the desk shows what it sees itself; the export asks again and says what is wrong.
    const answer = await bridge.call('briefing.check', { id }).catch(() => null)
    if (turn === asked) found.value = answer
  }

  /** From now on the briefing is known to rest on what it rests on now. */
  async function seen(): Promise<void> {
    if (open.value === null) return
    await bridge.call('briefing.seen', { id: open.value })
    await ask(open.value)
  }

  function leave(): void {
    asked++
    open.value = null
    found.value = null
    askedOf.value = new Map()
  }

  const again = useDebounceFn(() => (open.value === null ? null : ask(open.value)), REST)
  bridge.on('articles.changed', () => void again())
  bridge.on('decisions.changed', () => void again())

  /** The findings of the folder's rules that still fit what is written; null while the engine has not answered. */
  function findingsOf(sections: readonly BriefingSection[]): DeskFinding[] | null {
    if (!found.value) return null
    const rests = restsOf(sections)
    return found.value.findings.filter(
      ({ rule, sentenceId }) => OF_THE_FOLDER.has(rule) && isAsAsked([sentenceId, rests.get(sentenceId) ?? '']),
    )
  }

  /** What changed under the sentences that are still there, and still rest on it. */
  function changesOf(sections: readonly BriefingSection[]): BriefingCheck['changes'] {
    const sentences = new Map(sections.flatMap((section) => section.sentences.map((one) => [one.id, one] as const)))
    return (found.value?.changes ?? []).filter(({ sentenceId, citationId }) => {
      const sentence = sentences.get(sentenceId)
      return sentence !== undefined && (citationId === null || sentence.citations.some(({ id }) => id === citationId))
    })
  }

  return { found, follow, ask, seen, leave, findingsOf, changesOf }
})

/** Whether a finding is one that `useBriefingCheck` tells of. */
export const isOfTheFolder = ({ rule }: Finding): boolean => OF_THE_FOLDER.has(rule)

const restsOf = (sections: readonly BriefingSection[]): Map<string, string> =>
  new Map(sections.flatMap(({ sentences }) => sentences.map((sentence) => [sentence.id, restOf(sentence)])))

const restOf = ({ type, text, citations }: BriefingSentence): string =>
  [text.trim() === '' ? 'empty' : type, ...citations.map(({ id }) => id)].join(' ')
