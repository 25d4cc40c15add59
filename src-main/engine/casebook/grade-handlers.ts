import type { Output, Parsed } from '../../contract/channels'
import { DatelineError } from '../../contract/errors'
import type { EngineChannel } from '../../contract/names'
import { gradeInForce, isGrade, outletKey, type GradeInForce } from '../../domain/casebook/grading'
import { wellFormed } from '../../domain/evidence/well-formed'
import { allGrades, gradeNow, gradesOf, writeGrade, type StoredGrade } from '../../sql/casebook/grades'
import type { CasebookReader } from '../../sql/handle'
import type { ArticleSource } from './article-source'
import type { CasebookStore } from './open-casebook-store'

interface GradeDependencies {
  store: () => CasebookStore
  articles: () => ArticleSource
  changed: (noteId: null) => void
}

type GradeChannel = Extract<EngineChannel, `grade.${string}`>
type GradeHandlers = { [N in GradeChannel]: (input: Parsed<N>) => Output<N> }

/** The grade that holds for an article: its own parts before those of the outlet it is of. For notes and briefings. */
export function articleGrade(
  casebook: CasebookReader,
  article: { id: string; agency: string | null },
): GradeInForce | null {
  const outlet = article.agency === null ? null : gradeNow(casebook, 'outlet', outletKey(article.agency))
  return gradeInForce(gradeNow(casebook, 'article', article.id), outlet)
}

/** Answers for grades of outlets and articles. A grade given is history at once; a later one takes its place, none is changed. */
export function createGradeHandlers({ store, articles, changed }: GradeDependencies): GradeHandlers {
  const articleOf = (id: string) => {
    const article = articles().get(id)
    if (!article) throw new DatelineError('not_found', 'This article is not in the folder any more.')
    return article
  }
  return {
    'grade.get': ({ id }) => {
      const { casebook } = store()
      const article = articleOf(id)
      return {
        outlet: article.agency,
        inForce: articleGrade(casebook, article),
        ofArticle: gradesOf(casebook, 'article', id),
        ofOutlet: article.agency === null ? [] : gradesOf(casebook, 'outlet', outletKey(article.agency)),
      }
    },
    'grade.give': ({ articleId, scope, scheme, reliability, credibility, reason }) => {
      const { casebook, journal, newId, now } = store()
      const article = articleOf(articleId)
      if (!isGrade({ scheme, reliability, credibility }))
        throw new DatelineError('bad_request', 'This is no grade of the scheme.')
      if (scope === 'outlet' && article.agency === null)
        throw new DatelineError(
          'bad_request',
          'It is not known which outlet this article is of. Grade the article itself.',
        )
      const name = scope === 'outlet' ? (article.agency ?? '') : article.path
      const target = scope === 'outlet' ? outletKey(name) : articleId
      const grade: StoredGrade = {
        ...{ id: newId(), scope, target, name: wellFormed(name), scheme, reliability, credibility },
        reason: wellFormed(reason),
        madeAt: now(),
      }
      writeGrade(casebook, grade, () => journal.append({ kind: 'grade', grade }))
      changed(null)
      return grade
    },
    'grade.list': () => {
      const newest = new Map<string, StoredGrade>()
      for (const grade of allGrades(store().casebook)) newest.set(`${grade.scope} ${grade.target}`, grade)
      return [...newest.values()].filter(({ reliability, credibility }) => reliability !== null || credibility !== null)
    },
  }
}
