import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { judgements, writeJudgement } from '../../sql/casebook/conflict-judgements'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { openCasebookStore } from '../casebook/open-casebook-store'
import { partsOf } from '../casebook/recover'

it('judgements of conflicts come back from the journal when the casebook and all backups are gone', () => {
  const directory = temporaryFolder()
  const passages = [['a', 'Seven'], ['b', '17']].map(([path, text]) => [
    { articleId: path!.repeat(64), path: `${path}.txt`, text: text! },
  ]) // prettier-ignore
  const store = openCasebookStore({ directory })
  for (const [verdict, note] of [
    ['conflict', ''],
    ['resolved', 'The list counts 17.'],
  ] as const)
    // prettier-ignore
    writeJudgement(
      store.casebook,
      { kind: 'contradiction', sides: passages, verdict, note, madeAt: '2019-03-12T12:00:00.000Z' },
      (judgement) => store.journal.append({ kind: 'judgement', judgement }),
    )
  const before = judgements(store.casebook)
  expect(before.map(({ sequence, verdict }) => [sequence, verdict])).toEqual([
    [1, 'conflict'],
    [2, 'resolved'],
  ])
  store.close()
  for (const part of [...partsOf(join(directory, 'casebook.sqlite')), join(directory, 'backups')])
    rmSync(part, { recursive: true, force: true })
  expect(existsSync(join(directory, 'casebook.sqlite'))).toBe(false)

  for (let again = 0; again < 2; again++) {
    const opened = openCasebookStore({ directory })
    expect(judgements(opened.casebook)).toEqual(before)
    opened.close()
  }
})
