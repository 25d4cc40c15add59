import type { ArticleView } from '@contract/article'
import type { Input, Output } from '@contract/channels'
import type { CODE_CHANNELS, CodingView } from '@contract/codes'
import type { GivenGrade, GRADE_CHANNELS } from '@contract/grades'
import { codeTables } from '@domain/casebook/code-tables'
import { type Code, type CodebookChange, type Coding, withDescendants } from '@domain/casebook/codebook'
import { gradeInForce, outletKey } from '@domain/casebook/grading'

type Channels = typeof CODE_CHANNELS & typeof GRADE_CHANNELS
type Answers = { [N in keyof Channels]: (input: Input<N>) => Output<N> }

/** Codes and grades in memory, for the fake bridge. */
export function fakeCodes(articles: () => readonly ArticleView[]): Answers {
  const codes = new Map<string, Code>()
  const codings = new Map<string, Coding>()
  const history: { id: string; label: string; madeAt: string; entries: number }[] = []
  const grades: GivenGrade[] = []
  const present = <T extends { removed: boolean }>(entries: Map<string, T>) =>
    [...entries.values()].filter(({ removed }) => !removed)
  const put = (change: CodebookChange): CodebookChange => {
    if (change.kind === 'code') {
      const before = codes.get(change.code.id) ?? { ...change.code, removed: true }
      codes.set(change.code.id, change.code)
      return { kind: 'code', code: before }
    }
    const before = codings.get(change.coding.id) ?? { ...change.coding, removed: true }
    codings.set(change.coding.id, change.coding)
    return { kind: 'coding', coding: before }
  }
  const view = ({ removed: _removed, ...coding }: Coding): CodingView => {
    const article = articles().find(({ id }) => id === coding.anchor.articleId)
    const { start, end, articleId } = coding.anchor
    const { title = null, date = null } = article ?? {}
    return { ...coding, state: 'exact', articleId, start, end, label: 'LPS 1', title, date }
  }
  const passages = () => present(codings).map(view)
  const given = (scope: 'outlet' | 'article', target: string) =>
    grades.filter((grade) => grade.scope === scope && grade.target === target).reverse()
  return {
    'code.list': () => ({ codes: present(codes), codings: present(codings) }),
    'code.apply': ({ label, changes }) => {
      history.push({ id: `change-${history.length}`, label, madeAt: '2026-11-25T12:04:00Z', entries: changes.length })
      return { inverse: changes.map(put).reverse() }
    },
    'code.history': () => [...history].reverse(),
    'code.inArticle': ({ id }) => passages().filter(({ articleId }) => articleId === id),
    'code.passages': ({ codeId, withChildren }) => {
      const wanted = withChildren === false ? new Set([codeId]) : withDescendants(present(codes), codeId)
      return passages().filter((one) => wanted.has(one.codeId))
    },
    'code.tables': ({ withChildren }) => {
      const placed = present(codings).map(({ codeId, anchor: { articleId, start, end } }) => ({
        codeId,
        articleId,
        start,
        end,
      }))
      const found = articles()
        .filter(({ id }) => placed.some(({ articleId }) => articleId === id))
        .map(({ id, path, title, date }) => ({ id, path, title, date }))
      return { articles: found, ...codeTables(present(codes), placed, withChildren ?? false) }
    },
    'grade.get': ({ id }) => {
      const outlet = articles().find((article) => article.id === id)?.agency ?? null
      const ofArticle = given('article', id)
      const ofOutlet = outlet === null ? [] : given('outlet', outletKey(outlet))
      return { outlet, ofArticle, ofOutlet, inForce: gradeInForce(ofArticle[0] ?? null, ofOutlet[0] ?? null) }
    },
    'grade.give': ({ articleId, scope, reliability, credibility, reason = '' }) => {
      const article = articles().find(({ id }) => id === articleId)
      const name = (scope === 'outlet' ? article?.agency : article?.path) ?? ''
      const target = scope === 'outlet' ? outletKey(name) : articleId
      const grade = { id: `grade-${grades.length}`, scope, target, name, scheme: 'admiralty', reliability, credibility }
      grades.push({ ...grade, reason, madeAt: '2026-11-25T12:04:00Z' })
      return { ...grade, reason, madeAt: '2026-11-25T12:04:00Z' }
    },
    'grade.list': () => grades,
  }
}
