import type { ComparePair } from '../../contract/compare'
import type { EngineChannel } from '../../contract/names'
import { DatelineError } from '../../contract/errors'
import { compareArticles } from '../../domain/compare/compare-articles'
import type { ClaimArticle } from '../../domain/compare/conflicts/conflict'
import { judgements, writeJudgement } from '../../sql/casebook/conflict-judgements'
import type { IndexReader } from '../../sql/handle'
import { hasArticle } from '../../sql/index/article'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { claimArticle } from './claim-article'
import { ConflictDescriber } from './describe-conflict'
import { familyPage, familyRow } from './family-page'

type CompareChannel = Extract<EngineChannel, `compare.${string}` | `conflict.${string}` | `family.${string}`>

/** Answers for wire families, conflicts and two articles side by side. */
export function compareHandlers(session: () => Session): Pick<Handlers, CompareChannel> {
  const describer = () => new ConflictDescriber(session().index, judgements(session().store().casebook))
  return {
    'compare.pair': ({ a, b }) => {
      const { index } = session()
      const [left, right] = [alone(index, a), alone(index, b)]
      const { similarity, sameFamily, pairs, sharedEntities, conflicts } = compareArticles(left, right)
      const describe = describer()
      const sentence = ({ comparable }: ClaimArticle, number: number | null) => {
        const found = number === null ? undefined : comparable.sentences[number]
        return found ? { start: found.start, end: found.end } : null
      }
      const compared: ComparePair = {
        similarity: Math.min(1, similarity),
        sameFamily,
        pairs: pairs.map((pair) => ({
          a: sentence(left, pair.a),
          b: sentence(right, pair.b),
          relation: pair.relation,
          changes: pair.changes ?? [],
        })),
        sharedEntities,
        conflicts: conflicts.flatMap((conflict, rank) => describe.describe(conflict, rank) ?? []),
      }
      return compared
    },
    'conflict.list': async () => {
      const { articles, conflicts } = await session().comparison.get()
      const describe = describer()
      return { articles, conflicts: conflicts.flatMap((conflict, rank) => describe.describe(conflict, rank) ?? []) }
    },
    'conflict.judge': (judged) => {
      const { casebook, journal, now } = session().store()
      const madeAt = now()
      writeJudgement(casebook, { ...judged, madeAt }, (judgement) => journal.append({ kind: 'judgement', judgement }))
      return { madeAt }
    },
    'family.list': async () => {
      const { articles, families } = await session().comparison.get()
      const { index } = session()
      const rows = families.flatMap((family) => familyRow(index, family) ?? [])
      return { articles, families: rows.sort((a, b) => b.members.length - a.members.length) }
    },
    'family.of': async ({ id }) => {
      const { families } = await session().comparison.get()
      const { index } = session()
      for (const family of families) {
        const row = familyRow(index, family)
        if (row?.members.some(({ articleId }) => articleId === id)) return familyPage(index, row)
      }
      return null
    },
  }
}

function alone(index: IndexReader, id: string): ClaimArticle {
  const article = claimArticle(index, id)
  if (article) return { ...article, origin: id }
  throw hasArticle(index, id)
    ? new DatelineError('bad_request', 'This article is still being analysed; it can be compared in a moment.')
    : new DatelineError('not_found', 'This article is not in the folder any more.')
}
