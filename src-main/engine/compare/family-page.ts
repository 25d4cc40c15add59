import type { FamilyPage, FamilyRow } from '../../contract/compare'
import { omissionMatrix } from '../../domain/compare/omission-matrix'
import { orderTold } from '../../domain/compare/order-told'
import { retellingOf } from '../../domain/compare/retelling'
import type { FamilyGroup } from '../../domain/compare/family-index'
import type { IndexReader } from '../../sql/handle'
import { claimArticle } from './claim-article'
import { tellerAt } from './describe-conflict'

/** A family larger than this is shown with its first members; the list still names all. */
const MOST_ON_A_PAGE = 40

/** A family with what is known of its members, in the order in which they were told; null where fewer than two are left. */
export function familyRow(index: IndexReader, { relation, members }: FamilyGroup): FamilyRow | null {
  const told = orderTold(members.flatMap((path) => tellerAt(index, path) ?? []))
  const [first] = told
  return first && told.length > 1 ? { id: first.articleId, relation, members: told } : null
}

/** What each member made of the first telling, and what became of every quote, figure and name. */
export function familyPage(index: IndexReader, row: FamilyRow): FamilyPage | null {
  const members = row.members.slice(0, MOST_ON_A_PAGE).flatMap((member) => {
    const article = claimArticle(index, member.articleId)
    return article ? [{ member, article: { ...article, path: member.path, origin: row.id } }] : []
  })
  const [first] = members
  if (!first) return null
  const articles = members.map(({ article }) => article)
  return {
    ...row,
    members: members.map(({ member }) => member),
    retellings: articles.map(({ comparable }) => retellingOf(first.article.comparable, comparable)),
    facts: omissionMatrix(articles),
  }
}
