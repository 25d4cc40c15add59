import type { ArticleView } from '@contract/article'
import type { ComparePair, ConflictJudge, ConflictList, FamilyList, FamilyPage } from '@contract/compare'
import type { DossierView } from '@contract/dossier'
import { DatelineError } from '@contract/errors'
import { compareArticles } from '@domain/compare/compare-articles'
import { readComparable } from '@domain/compare/comparable'
import type { ClaimArticle, Conflict, Evidence } from '@domain/compare/conflicts/conflict'
import { findConflicts } from '@domain/compare/conflicts/find-conflicts'
import { type Judgement, judgementOf } from '@domain/compare/conflicts/judgement'
import { makeDossier } from '@domain/compare/dossier/make-dossier'
import { FamilyIndex, groupFamilies } from '@domain/compare/family-index'
import { omissionMatrix } from '@domain/compare/omission-matrix'
import { retellingOf } from '@domain/compare/retelling'
import { fold } from '@domain/text/normalise'
import { spanOf } from '@domain/text/span'

/** Comparison over articles in memory, by the same decisions as the engine's. */
export class FakeCompare {
  readonly log: Judgement[] = []
  constructor(private readonly views: () => readonly ArticleView[]) {}

  judge(judged: ConflictJudge): { madeAt: string } {
    const madeAt = '2026-11-25T12:00:00.000Z'
    this.log.push({ ...judged, madeAt })
    return { madeAt }
  }

  pair(a: string, b: string): ComparePair {
    const [left, right] = [this.claim(a), this.claim(b)]
    const compared = compareArticles(left, right)
    const sentence = (article: ClaimArticle, at: number | null) => {
      const found = at === null ? undefined : article.comparable.sentences[at]
      return found ? { start: found.start, end: found.end } : null
    }
    return {
      ...compared,
      pairs: compared.pairs.map((pair) => ({
        a: sentence(left, pair.a),
        b: sentence(right, pair.b),
        relation: pair.relation,
        changes: pair.changes ?? [],
      })),
      conflicts: compared.conflicts.map((conflict, rank) => this.describe(conflict, rank)),
    }
  }

  conflicts(): ConflictList {
    const articles = this.claims()
    return {
      articles: articles.length,
      conflicts: findConflicts(articles).map((one, rank) => this.describe(one, rank)),
    }
  }

  families(): FamilyList {
    const articles = this.claims()
    return {
      articles: articles.length,
      families: this.groups().map(({ relation, members }) => {
        const told = members
          .map((path) => this.teller(path))
          .sort((x, y) => ((x.date ?? '~') < (y.date ?? '~') ? -1 : 1))
        return { id: told[0]?.articleId ?? '', relation, members: told }
      }),
    }
  }

  family(id: string): FamilyPage | null {
    const row = this.families().families.find(({ members }) => members.some(({ articleId }) => articleId === id))
    const articles = row?.members.map(({ articleId }) => this.claim(articleId)) ?? []
    const [first] = articles
    if (!row || !first) return null
    return {
      ...row,
      retellings: articles.map(({ comparable }) => retellingOf(first.comparable, comparable)),
      facts: omissionMatrix(articles),
    }
  }

  dossier(name: string): DossierView {
    const entity = this.views()
      .flatMap(({ extraction }) => extraction?.entities ?? [])
      .find((one) => one.name === name)
    if (!entity) throw new DatelineError('not_found', `No article of this folder names “${name}”.`)
    const articles = this.claims().map(({ path, date, extraction, comparable: { text }, origin }) => ({
      path,
      date,
      extraction,
      text,
      origin,
    }))
    const { type, aliases } = entity
    const made = makeDossier({ name, type, aliases, keys: new Set([fold(name)]) }, articles, { entries: 300 })
    const placed = <T extends { path: string }>(entry: T) => {
      const { articleId, agency } = this.teller(entry.path)
      return { ...entry, articleId, agency }
    }
    return {
      ...made,
      contexts: made.contexts.map(placed),
      quotesBy: made.quotesBy.map(placed),
      quotesAbout: made.quotesAbout.map(placed),
      figures: made.figures.map(placed),
      together: made.together.map((one) => ({ ...one, evidence: one.evidence.map(placed) })),
    }
  }

  private claim(id: string): ClaimArticle {
    const view = this.views().find((one) => one.id === id)
    if (!view?.extraction) throw new DatelineError('not_found', 'This article is not in the folder any more.')
    const { path, title, date, extraction, text } = view
    return { comparable: readComparable(path, text, extraction), path, title, date, origin: path, extraction }
  }

  private groups() {
    const known = new Map(this.claims(false).map(({ path, comparable }) => [path, comparable]))
    const index = new FamilyIndex((path) => {
      const found = known.get(path)
      if (!found) throw new Error(`No article ${path}`)
      return found
    })
    return groupFamilies([...known.values()].flatMap((one) => index.add(one)))
  }

  private claims(withOrigins = true): ClaimArticle[] {
    const all = this.views().flatMap((view) => (view.extraction ? [this.claim(view.id)] : []))
    if (!withOrigins) return all
    const origins = new Map(this.groups().flatMap(({ members }) => members.map((path) => [path, members[0] ?? path])))
    return all.map((one) => ({ ...one, origin: origins.get(one.path) ?? one.path }))
  }

  private teller(path: string) {
    const view = this.views().find((one) => one.path === path)
    if (!view) throw new Error(`No article ${path}`)
    const { id: articleId, title, agency, date, words } = view
    return { articleId, path, title, agency, date, words }
  }

  private describe({ kind, key, sides }: Conflict, rank: number) {
    const evidence = ({ path, start, end, text }: Evidence) => {
      const { words: _words, ...teller } = this.teller(path)
      const { comparable } = this.claim(teller.articleId)
      const within = comparable.sentences.find((one) => one.start <= start && end <= one.end) ?? { start, end }
      return { ...teller, start, end, text, sentence: spanOf(comparable.text, within.start, within.end) }
    }
    const described = sides.map((side) => ({ ...side, evidence: side.evidence.map(evidence) }))
    const judged = judgementOf({ kind, sides: described }, this.log)
    const judgement = judged && { verdict: judged.verdict, note: judged.note, madeAt: judged.madeAt }
    return { rank, kind, key, sides: described, judgement }
  }
}
