import type { ArticleView } from '@contract/article'
import type { Output } from '@contract/channels'
import type { DecisionRow, Draft, LearningState, Preview, Target } from '@contract/decisions'
import { DatelineError } from '@contract/errors'
import { corpusRules } from '@domain/decisions/corpus-rules'
import { correctExtraction } from '@domain/decisions/correct-extraction'
import {
  activeDecisions,
  articleOf,
  rawName,
  takenBackBy,
  type Decision,
  type DecisionContent,
  type Subject,
} from '@domain/decisions/decision'
import { describeDecision } from '@domain/decisions/describe-decision'
import { makeAnchor } from '@domain/evidence/anchor'
import type { Entity, Extraction } from '@domain/extract/types'
import type { Range } from '@domain/text/span'

const LEARNING: LearningState = {
  on: true,
  used: false,
  refused: false,
  corrections: 0,
  learnedFrom: 0,
  at: null,
  before: 0,
  after: 0,
}

/** Corrections over articles in memory: the real rules, without folder-wide grouping. */
export class FakeDecisions {
  readonly log: Decision[] = []

  constructor(
    private readonly views: () => readonly ArticleView[],
    private readonly changed: () => void,
  ) {}

  readonly handlers = {
    'entity.names': () => [],
    'gazetteer.add': () => {
      throw new DatelineError('unsupported', 'The fake reads no files.')
    },
    'learning.get': () => LEARNING,
    'learning.set': ({ on }: { on: boolean }) => ({ ...LEARNING, on }),
    'learning.reset': () => LEARNING,
    'decision.list': () => this.list(),
    'decision.preview': (draft: Draft) => this.preview(draft),
    'decision.make': (draft: Draft) => {
      const made = this.make(draft)
      this.changed()
      return made
    },
  }

  /** A view as it was corrected. */
  shown(view: ArticleView): ArticleView {
    if (!view.extraction) return view
    const active = activeDecisions(this.log)
    const own = active.filter(({ content }) => articleOf(content)?.articleId === view.id)
    const rules = { corpus: corpusRules(active), own, place: ({ start, end }: Range) => ({ start, end }) }
    return { ...view, extraction: correctExtraction(view.extraction as Extraction, view.text, rules) }
  }

  private make(draft: Draft): Output<'decision.make'> {
    const content = this.contentOf(draft)
    const id = `decision-${this.log.length + 1}`
    this.log.push({ id, sequence: this.log.length + 1, madeAt: '2026-11-25T10:00:00.000Z', content })
    return { id, madeAt: '2026-11-25T10:00:00.000Z', description: describeDecision(content) }
  }

  private preview(draft: Draft): Preview {
    const content = this.contentOf(draft)
    const about = content.kind === 'revert' ? null : articleOf(content)
    const rows = this.views()
      .filter((view) => !about || view.id === about.articleId)
      .map((view) => ({ articleId: view.id, title: view.title ?? view.lead, date: view.date, mentions: 1 }))
    return {
      description: describeDecision(content),
      mentions: rows.length,
      articles: rows.length,
      rows,
      conflicts: [],
    }
  }

  private list(): DecisionRow[] {
    const holding = new Set(activeDecisions(this.log).map(({ id }) => id))
    return this.log
      .flatMap(({ id, madeAt, content }): DecisionRow[] => {
        if (content.kind === 'revert') return []
        const articleId = articleOf(content)?.articleId ?? null
        const description = describeDecision(content)
        return [
          {
            id,
            kind: content.kind,
            description,
            madeAt,
            holds: holding.has(id),
            takenBackBy: takenBackBy(this.log, id),
            articleId,
            lost: false,
            conflicts: [],
          },
        ]
      })
      .reverse()
  }

  private contentOf(draft: Draft): DecisionContent {
    switch (draft.kind) {
      case 'reject':
        return { kind: 'reject', subject: this.subject(draft.target, draft.scope) }
      case 'retype':
        return { kind: 'retype', subject: this.subject(draft.target, draft.scope), type: draft.type }
      case 'rename':
        return { kind: 'rename', names: [this.raw(draft.target)], name: draft.name }
      case 'merge': {
        const { name, type } = this.entity(draft.with)
        return { kind: 'merge', names: [this.raw(draft.with), this.raw(draft.target)], name, type }
      }
      case 'split': {
        const { name, type } = draft
        return { kind: 'split', subject: this.subject(draft.target, draft.scope), from: null, name, type }
      }
      case 'add':
        return { kind: 'add', at: this.anchor(draft.place), name: draft.name, type: draft.type }
      case 'speaker': {
        const { speaker } = draft
        const named = speaker && ('words' in speaker ? { name: speaker.words, raw: null } : this.speaker(speaker))
        return { kind: 'speaker', at: this.anchor(draft.place), speaker: named }
      }
      case 'reject-quote':
      case 'reject-figure':
        return { kind: draft.kind, at: this.anchor(draft.place) }
      case 'encoding': {
        const { articleId, encoding } = draft
        const path = this.views().find(({ id }) => id === articleId)?.path ?? ''
        return { kind: 'encoding', article: { articleId, path }, encoding }
      }
      case 'revert':
        return draft
    }
  }

  private speaker(target: Target) {
    return { name: this.entity(target).name, raw: this.raw(target) }
  }

  private subject(target: Target, scope: 'mention' | 'article' | 'corpus'): Subject {
    if (scope === 'corpus' || !('articleId' in target)) return { names: [this.raw(target)], article: null }
    if (scope === 'mention') return { at: this.anchor(target) }
    const { articleId, path } = this.anchor(target)
    return { names: [this.raw(target)], article: { articleId, path } }
  }

  private raw(target: Target): string {
    const { type, name } = this.entity(target)
    return rawName(type, name)
  }

  private entity(target: Target): Pick<Entity, 'type' | 'name'> {
    const view = 'articleId' in target ? this.view(target.articleId) : undefined
    const found = view?.extraction?.entities.find(({ mentions }) =>
      mentions.some(({ start }) => 'articleId' in target && start === target.start),
    )
    if (!found) throw new DatelineError('not_found', 'No name is marked at this place (any more).')
    return found
  }

  private anchor({ articleId, start, end }: Range & { articleId: string }) {
    const view = this.view(articleId)
    if (!view) throw new DatelineError('not_found', 'This article is not in the folder any more.')
    return makeAnchor(view.text, start, end, { articleId, path: view.path })
  }

  private view(id: string): ArticleView | undefined {
    return this.views().find((view) => view.id === id)
  }
}
