import { createHash } from 'node:crypto'
import type { Anchor } from '../../domain/evidence/anchor'

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

interface HashedNote {
  title: string
  /** JSON text. */
  body: string
  citations: readonly { id: string; anchor: Anchor }[]
  tags?: readonly string[]
}

/** The hash of everything a note says; fields in a fixed order, whatever object they came in. */
export function noteHash({ title, body, citations, tags = [] }: HashedNote): string {
  const fixed = citations.map(({ id, anchor: a }) => [
    id,
    a.articleId,
    a.path,
    a.start,
    a.end,
    a.exact,
    a.prefix,
    a.suffix,
  ])
  // Notes without tags keep the hash they had before there were any.
  return sha256(JSON.stringify(tags.length > 0 ? [title, body, fixed, tags] : [title, body, fixed]))
}

/** The hash of everything a briefing says; `sections` is JSON text. */
export function briefingHash(briefing: { title: string; marking: string; author: string; sections: string }): string {
  return sha256(JSON.stringify([briefing.title, briefing.marking, briefing.author, briefing.sections]))
}
