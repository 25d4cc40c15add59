import type { ActiveDecision, Correction, Subject } from './decision'
import { pairKey } from './corpus-rules'
import { describeDecision } from './describe-decision'

/** Two decisions that say different things of the same; the later one counts. */
export interface DecisionConflict {
  earlier: string
  later: string
  message: string
}

/** Every pair of active decisions that disagree, in the order of the log. */
export function decisionConflicts(active: readonly ActiveDecision[]): DecisionConflict[] {
  const said = new Map<string, { decision: ActiveDecision; value: string }>()
  const found = new Map<string, DecisionConflict>()
  for (const decision of active) {
    for (const { matter, value } of statements(decision.content)) {
      const before = said.get(matter)
      if (before && before.value !== value && before.decision.id !== decision.id) {
        const message = `${describeDecision(decision.content)}: this overrules the earlier ${describeDecision(before.decision.content)}.`
        found.set(`${before.decision.id} ${decision.id}`, { earlier: before.decision.id, later: decision.id, message })
      }
      said.set(matter, { decision, value })
    }
  }
  return [...found.values()]
}

interface Statement {
  /** What is spoken of: two decisions on the same matter must agree. */
  matter: string
  value: string
}

function statements(content: Correction): Statement[] {
  switch (content.kind) {
    case 'reject':
      return matters(content.subject, [
        ['is', 'nothing'],
        ['type', 'none'],
      ])
    case 'retype':
      return matters(content.subject, [
        ['is', 'something'],
        ['type', content.type],
      ])
    case 'rename':
      return content.names.map((name) => ({ matter: `name ${name}`, value: content.name }))
    case 'merge':
      return [
        { matter: `same ${pairKey(...content.names)}`, value: 'yes' },
        ...content.names.map((name) => ({ matter: `is ${name}`, value: 'something' })),
      ]
    case 'split': {
      const { subject, from, name, type } = content
      const own: Statement[] = matters(subject, [
        ['is', 'something'],
        ['type', type],
        ['name', name],
      ])
      if (from === null || !('names' in subject) || subject.article) return own
      return [...own, ...subject.names.map((one) => ({ matter: `same ${pairKey(one, from)}`, value: 'no' }))]
    }
    case 'add':
      return matters({ at: content.at }, [
        ['is', 'something'],
        ['type', content.type],
        ['name', content.name],
      ])
    case 'add-everywhere':
      return [{ matter: `words ${content.words}`, value: `${content.type} ${content.name}` }]
    // A list says what is so unless the analyst says otherwise of a name, so it disagrees with nothing.
    case 'gazetteer':
      return []
    case 'speaker':
      return [{ matter: `quote ${place(content.at)}`, value: content.speaker?.name ?? '' }]
    case 'reject-quote':
      return [{ matter: `quote ${place(content.at)}`, value: 'none' }]
    case 'reject-figure':
      return [{ matter: `figure ${place(content.at)}`, value: 'none' }]
    case 'encoding':
      return [{ matter: `encoding ${content.article.articleId}`, value: content.encoding ?? '' }]
  }
}

const place = ({ articleId, start, end }: { articleId: string; start: number; end: number }) =>
  `${articleId} ${start}-${end}`

function matters(subject: Subject, facts: readonly (readonly [string, string])[]): Statement[] {
  const where =
    'at' in subject
      ? [place(subject.at)]
      : subject.names.map((name) => (subject.article ? `${subject.article.articleId} ${name}` : name))
  return where.flatMap((one) => facts.map(([fact, value]) => ({ matter: `${fact} ${one}`, value })))
}
