import { describe, expect, it } from 'vitest'
import { activeDecisions } from './decision'
import { decisionConflicts } from './decision-conflicts'
import { corpusRules } from './corpus-rules'
import { logOf } from './made-decisions.fixture'

const subject = { names: ['person:kazinform'], article: null }

describe('conflicts between decisions', () => {
  it('says which later word overrules which earlier one, and the later one counts', () => {
    const log = logOf({ kind: 'reject', subject }, { kind: 'retype', subject, type: 'organization' })
    expect(decisionConflicts(activeDecisions(log))).toEqual([
      {
        earlier: 'd1',
        later: 'd2',
        message: '“Kazinform” is an organization: this overrules the earlier “Kazinform” is no name.',
      },
    ])
    expect(corpusRules(activeDecisions(log)).ruleOf('person:kazinform')).toMatchObject({
      hidden: false,
      type: 'organization',
    })
  })

  it('is settled by taking one of the two back', () => {
    const log = logOf(
      { kind: 'reject', subject },
      { kind: 'retype', subject, type: 'organization' },
      { kind: 'revert', decision: 'd2' },
    )
    expect(decisionConflicts(activeDecisions(log))).toEqual([])
    expect(corpusRules(activeDecisions(log)).ruleOf('person:kazinform')).toMatchObject({ hidden: true, type: null })
  })

  it('knows one and not one of the same two names for opposites', () => {
    const log = logOf(
      { kind: 'merge', names: ['person:a b', 'person:b'], name: 'A B', type: 'person' },
      {
        kind: 'split',
        subject: { names: ['person:b'], article: null },
        from: 'person:a b',
        name: 'C B',
        type: 'person',
      },
    )
    expect(decisionConflicts(activeDecisions(log)).map(({ earlier, later }) => [earlier, later])).toEqual([
      ['d1', 'd2'],
    ])
    const rules = corpusRules(activeDecisions(log))
    expect(rules.groupOf('person:b')).not.toBe(rules.groupOf('person:a b'))
  })

  it('sees none between decisions on different matters', () => {
    const log = logOf({ kind: 'rename', names: ['person:a'], name: 'A' }, { kind: 'retype', subject, type: 'place' })
    expect(decisionConflicts(activeDecisions(log))).toEqual([])
  })
})
