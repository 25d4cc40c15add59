import type { Grade, GradeScope } from '../../domain/casebook/grading'
import { inTransaction, statement } from '../connection'
import type { CasebookReader, CasebookWriter } from '../handle'
import { appendOnly } from './append-only'

/** Grades as they were given: the newest of a target holds, the others are its history. */
export const GRADE_SCHEMA = `
CREATE TABLE grade (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL CHECK (scope IN ('outlet', 'article')),
  -- an outlet's key or an article's hash
  target TEXT NOT NULL,
  -- the outlet's name as it was printed, the article's path
  name TEXT NOT NULL,
  scheme TEXT NOT NULL,
  reliability TEXT,
  credibility TEXT,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX grade_target ON grade (scope, target, sequence);
${appendOnly('grade')}
`

export interface StoredGrade extends Grade {
  id: string
  name: string
  madeAt: string
}

const COLUMNS = 'id, scope, target, name, scheme, reliability, credibility, reason, made_at AS madeAt'

/** Appends a grade; one whose id is known changes nothing. What `beforeCommit` throws takes it back. */
export function writeGrade(casebook: CasebookWriter, grade: StoredGrade, beforeCommit: () => void): void {
  inTransaction(casebook, () => {
    const { changes } = statement(
      casebook,
      `INSERT INTO grade (id, scope, target, name, scheme, reliability, credibility, reason, made_at)
       VALUES (@id, @scope, @target, @name, @scheme, @reliability, @credibility, @reason, @madeAt) ON CONFLICT (id) DO NOTHING`,
    ).run(grade)
    if (changes > 0) beforeCommit()
  })
}

/** Grades ever given to a target, newest first. */
export function gradesOf(casebook: CasebookReader, scope: GradeScope, target: string): StoredGrade[] {
  return statement(casebook, `SELECT ${COLUMNS} FROM grade WHERE scope = ? AND target = ? ORDER BY sequence DESC`).all(
    scope,
    target,
  ) as StoredGrade[]
}

/** The newest grade of a target, null when it never had one. */
export function gradeNow(casebook: CasebookReader, scope: GradeScope, target: string): StoredGrade | null {
  const row = statement(
    casebook,
    `SELECT ${COLUMNS} FROM grade WHERE scope = ? AND target = ? ORDER BY sequence DESC LIMIT 1`,
  ).get(scope, target) as StoredGrade | undefined
  return row ?? null
}

/** Every grade ever given, in order. */
export function allGrades(casebook: CasebookReader): StoredGrade[] {
  return statement(casebook, `SELECT ${COLUMNS} FROM grade ORDER BY sequence`).all() as StoredGrade[]
}
