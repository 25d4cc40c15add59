import type { BriefingCheck } from '../../contract/briefing'
import { basisOf } from '../../domain/briefing/briefing-basis'
import { findingsWithSides } from '../../domain/briefing/check-briefing'
import type { BriefingDocument, Waiver } from '../../domain/briefing/types'
import { whatChanged } from '../../domain/briefing/what-changed'
import type { Evidence } from '../../domain/compare/conflicts/conflict'
import { makeAnchor, type Anchor } from '../../domain/evidence/anchor'
import type { ArticleSource } from '../casebook/article-source'
import type { CasebookStore } from '../casebook/open-casebook-store'
import { decisionLog } from '../decisions/decision-log'
import { keepBasis, keptBasis } from './kept-basis'

interface Checking {
  store: CasebookStore
  articles: ArticleSource
  waivers: readonly Waiver[]
}

/**
 * What the gate would say of a placed briefing now, and what changed under its sentences since it was last exported or looked through.
 * The first look at a briefing is the start of that: nothing has changed since.
 */
export function checkStoredBriefing(
  id: string,
  document: BriefingDocument,
  { store, articles, waivers }: Checking,
): BriefingCheck {
  const log = decisionLog(store.casebook)
  const kept = keptBasis(store, id)
  const basis = kept ?? basisOf(document, log.length, store.now())
  if (!kept) keepBasis(store, id, basis)
  const anchored = <T extends { other?: Evidence }>({ other, ...rest }: T) => ({
    ...rest,
    anchor: other ? anchorOf(other, articles) : null,
  })
  return {
    since: basis.madeAt,
    findings: findingsWithSides(document, waivers).map(anchored),
    changes: whatChanged(document, basis, log).map(anchored),
  }
}

/** From now on the briefing is known to rest on what it rests on now. */
export function markSeen(id: string, document: BriefingDocument, store: CasebookStore): void {
  keepBasis(store, id, basisOf(document, decisionLog(store.casebook).length, store.now()))
}

function anchorOf({ path, start, end }: Evidence, articles: ArticleSource): Anchor | null {
  const id = articles.idAt(path)
  const article = id === null ? null : articles.get(id)
  return article ? makeAnchor(article.text, start, end, { articleId: article.id, path }) : null
}
