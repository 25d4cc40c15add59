import { EVENT_HEADS, FACILITY_HEADS, WORK_HEADS } from '../lexicon/name-heads'
import type { EntityType } from '../types'

const words = (name: string) => name.toLowerCase().match(/[\p{L}\p{N}.&'’]+/gu) ?? []

/** The word that says what a name is: the last one before "of", "on", "for" …, without numbers and years at the end. */
function headOf(name: string): string[] {
  const all = words(name).filter((word) => !/^[\divx]+$/u.test(word))
  const cut = all.findIndex((word, i) => i > 0 && /^(?:of|on|for|against|between|to|in|at|des|de)$/u.test(word))
  const main = cut > 0 ? all.slice(0, cut) : all
  return [main[main.length - 1] ?? '', all[all.length - 1] ?? '']
}

/** Divides the names that are no person, organisation, place or group into events, works and the rest. */
export function typeOfMisc(name: string): EntityType {
  for (const head of headOf(name)) {
    if (EVENT_HEADS.has(head)) return 'event'
    if (WORK_HEADS.has(head)) return 'work'
  }
  return 'other'
}

/** Whether a place's name is that of a building or site. */
export function isFacility(name: string): boolean {
  return headOf(name).some((head) => FACILITY_HEADS.has(head)) && words(name).length > 1
}
