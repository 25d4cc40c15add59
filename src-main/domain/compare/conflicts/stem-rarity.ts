import { stemEnglish } from '../../search/stem'
import { countedClass } from './claim-kinds'
import type { Comparable } from '../comparable'

/** Counts in how many articles each stem stands, article by article. */
export class StemCounter {
  private readonly holders = new Map<string, number>()
  private articles = 0

  add({ sentences }: Comparable): void {
    const stems = new Set<string>()
    for (const { words } of sentences)
      for (const { key, kind } of words) stems.add(countedClass(key) ?? (kind === 'name' ? key : stemEnglish(key)))
    for (const stem of stems) this.holders.set(stem, (this.holders.get(stem) ?? 0) + 1)
    this.articles += 1
  }

  /** Inverse document frequency of a stem over its maximum; a folder of a handful counts as fifty, so that its words still tell things apart. */
  readonly rarity = (stem: string): number => {
    const total = Math.max(this.articles, 50)
    return Math.log((total + 1) / ((this.holders.get(stem) ?? 0) + 0.5)) / Math.log(total + 1)
  }
}
