import { spanOf, type Span } from '../../text/span'
import type { Document } from '../document'
import type { Attribution } from '../types'
import { quoteSpan } from './content-spans'
import type { Quote } from './quote-marks'
import type { Speaker } from './speakers'
import type { View } from './view'

/** What has been attributed so far in one article, and to which attribution each quotation belongs. */
export class Ledger {
  readonly pronouns: { entityId: string; span: Span }[] = []
  /** The latest attribution, where it stands, and whether it quotes: an uncued quotation may go on with it. */
  previous: { attribution: Attribution; block: number; direct: boolean } | null = null
  /** Speaker and cue of a stretch that ends with a colon: the quotation comes in the next paragraph. */
  announced: { speaker: Speaker; cue: Span } | null = null
  private attributions: Attribution[] = []
  private readonly owner = new Map<number, Attribution>()

  constructor(
    private readonly doc: Document,
    private readonly quotes: readonly Quote[],
  ) {}

  owns(quote: number): boolean {
    return this.owner.has(quote)
  }

  /** Enters an attribution that quotes `quotes` (their indices). */
  enter(attribution: Attribution, quotes: readonly number[], view: View, speaker: Speaker | null): void {
    this.attributions.push(attribution)
    for (const quote of quotes) if (!this.owner.has(quote)) this.owner.set(quote, attribution)
    this.previous = { attribution, block: view.stretch.block, direct: quotes.length > 0 }
    if (speaker?.pronoun && speaker.entity && !this.pronouns.some((p) => p.span.start === speaker.start))
      this.pronouns.push({ entityId: speaker.entity.id, span: spanOf(this.doc.text, speaker.start, speaker.end) })
  }

  /** Adds a quotation to the attribution before it. */
  goOn(span: Span, quote: number, block: number): void {
    if (!this.previous) return
    this.previous.attribution.content.push(span)
    this.previous.block = block
    this.owner.set(quote, this.previous.attribution)
  }

  /** The attributions in text order, paragraphs of one speech joined to the one that has its cue. */
  close(): Attribution[] {
    const runs = new Map<number, number[]>()
    this.quotes.forEach((quote, i) => runs.set(quote.run, [...(runs.get(quote.run) ?? []), i]))
    for (const members of runs.values()) if (members.length > 1) this.join(members)
    return this.attributions
      .filter((a) => a.content.length > 0)
      .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
  }

  private join(members: readonly number[]): void {
    const owners = members.map((i) => this.owner.get(i)).filter((a): a is Attribution => a !== undefined)
    const main = owners.find((a) => a.cue !== null) ?? owners[0]
    if (!main) return
    for (const i of members) {
      const quote = this.quotes[i]
      const other = this.owner.get(i)
      const span = quote ? quoteSpan(this.doc.text, quote) : null
      if (other === main || !span || (other && other.cue !== null)) continue
      if (other) other.content = other.content.filter((c) => c.start !== span.start)
      main.content.push(span)
      this.owner.set(i, main)
    }
    main.content.sort((a, b) => a.start - b.start)
  }
}
