import type { Briefing, BriefingCheck, BriefingRow, BriefingSave, ExportReport, VerifyReport } from '@contract/briefing'
import { DatelineError } from '@contract/errors'
import type { FakeCasebook } from './fake-casebook'

/** Briefings in memory; one section per note, one sentence per line of the note. */
export class FakeBriefings {
  private readonly briefings = new Map<string, Briefing>()
  /** What a check of any of them finds; a test sets it. */
  found: Omit<BriefingCheck, 'since'> = { findings: [], changes: [] }

  constructor(private readonly casebook: FakeCasebook) {}

  rows(): BriefingRow[] {
    return [...this.briefings.values()].map(({ id, title, revision, updatedAt, sections }) => {
      const sentences = sections.flatMap((section) => section.sentences)
      const citations = sentences.reduce((sum, sentence) => sum + sentence.citations.length, 0)
      return { id, title, revision, updatedAt, sentences: sentences.length, citations }
    })
  }

  get(id: string): Briefing {
    const briefing = this.briefings.get(id)
    if (!briefing) throw new DatelineError('not_found', 'This briefing is not there any more.')
    return briefing
  }

  save(input: BriefingSave): Briefing {
    const id = input.id ?? this.casebook.nextId()
    const before = this.briefings.get(id)
    if (before && before.revision !== input.expectedRevision) {
      throw new DatelineError('stale', 'This briefing was changed elsewhere.')
    }
    const shown = new Map(
      this.casebook.rows(null).flatMap((row) => this.casebook.note(row.id).rests.map((rest) => [rest.id, rest])),
    )
    const briefing: Briefing = {
      id,
      title: input.title,
      marking: input.marking,
      author: input.author,
      revision: (before?.revision ?? 0) + 1,
      updatedAt: this.casebook.now(),
      sections: input.sections.map((section) => ({
        ...section,
        sentences: section.sentences.map((sentence) => ({
          ...sentence,
          likelihood: sentence.likelihood ?? null,
          confidence: sentence.confidence ?? null,
          citations: sentence.citations.map(
            (citation) =>
              shown.get(citation.id) ?? { ...citation, state: 'exact' as const, label: 'LPS 1', date: '2019-03-12' },
          ),
        })),
      })),
    }
    this.briefings.set(id, briefing)
    return briefing
  }

  fromNotes(noteIds: readonly string[], title: string, marking: string, author: string): Briefing {
    const sections = noteIds.map((noteId) => {
      const note = this.casebook.note(noteId)
      const sentence = { id: this.casebook.nextId(), type: 'fact' as const, text: note.preview, citations: note.rests }
      return { id: this.casebook.nextId(), heading: note.title, sentences: [sentence] }
    })
    return this.save({ id: null, expectedRevision: 0, title, marking, author, sections })
  }

  check(): BriefingCheck {
    return { since: this.casebook.now(), ...this.found }
  }

  seen(): null {
    this.found = { ...this.found, changes: [] }
    return null
  }

  verify(): VerifyReport {
    return {
      sentences: 14,
      verified: 13,
      failed: [
        {
          sentence: 'Seventy people died.',
          number: '1.2',
          state: 'changed',
          reason: 'The passage is not in the source as cited.',
          expected: 'Seventeen people',
          found: 'Seven people',
        },
      ],
      notes: [],
    }
  }

  remove(id: string): void {
    this.briefings.delete(id)
  }

  export(id: string, out: string, format: string): ExportReport {
    const briefing = this.get(id)
    const sentences = briefing.sections.flatMap((section) => section.sentences)
    const bare = sentences.find((sentence) => sentence.citations.length === 0 && sentence.type === 'fact')
    const citations = sentences.reduce((sum, sentence) => sum + sentence.citations.length, 0)
    const findings = bare
      ? [
          {
            rule: 'no-citation',
            level: 'warn' as const,
            sentenceId: bare.id,
            sentence: bare.text,
            start: 0,
            end: bare.text.length,
            message: 'A fact without a citation cannot be checked. Cite a passage or call it an assumption.',
          },
        ]
      : []
    return { out, format, sentences: sentences.length, citations, pages: 2, sha256: 'a3f0'.repeat(16), findings }
  }
}
