import { z } from 'zod'
import { ArticleId } from './article'
import { CasebookId } from './casebook'

const Step = z.string().min(1).max(10).nullable()
export const GradeScopeSchema = z.enum(['outlet', 'article'])

export const GradeInForceSchema = z.object({
  scheme: z.string(),
  reliability: Step,
  credibility: Step,
  reliabilityFrom: GradeScopeSchema.nullable(),
  credibilityFrom: GradeScopeSchema.nullable(),
})
export const GivenGradeSchema = z.object({
  id: CasebookId,
  scope: GradeScopeSchema,
  target: z.string(),
  name: z.string(),
  scheme: z.string(),
  reliability: Step,
  credibility: Step,
  reason: z.string(),
  madeAt: z.string(),
})

export const GRADE_CHANNELS = {
  /** The grade that holds for an article, with what was ever given to it and to its outlet, newest first. */
  'grade.get': {
    input: z.object({ id: ArticleId }),
    output: z.object({
      outlet: z.string().nullable(),
      inForce: GradeInForceSchema.nullable(),
      ofArticle: z.array(GivenGradeSchema),
      ofOutlet: z.array(GivenGradeSchema),
    }),
  },
  /** Grades an article, or the outlet that article is of; both parts null take the grade back. */
  'grade.give': {
    input: z.object({
      articleId: ArticleId,
      scope: GradeScopeSchema,
      scheme: z.string().max(40).default('admiralty'),
      reliability: Step,
      credibility: Step,
      reason: z.string().max(2000).default(''),
    }),
    output: GivenGradeSchema,
  },
  /** The grade now in force of every outlet and article that was ever graded. */
  'grade.list': { input: z.null(), output: z.array(GivenGradeSchema) },
} as const

export type GivenGrade = z.infer<typeof GivenGradeSchema>
