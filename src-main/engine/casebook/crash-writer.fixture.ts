import { writeSync } from 'node:fs'
import { NoteSaveSchema } from '../../contract/casebook'
import { openCasebookStore } from './open-casebook-store'
import { saveNote } from './save-note'

/**
 * A process of its own that saves notes until it is killed, and says every acknowledgement on stdout as one line of JSON (written
 * at once, past any buffer). Arguments: the casebook's folder, a word that makes its texts different from those of other runs.
 */
const [directory = '', word = ''] = process.argv.slice(2)
const store = openCasebookStore({ directory })
writeSync(1, 'open\n')
const notes: { id: string; revision: number }[] = []
for (let i = 0; ; i++) {
  const known = i % 3 === 0 ? undefined : notes[i % notes.length]
  const text = `${word} ${i} `.repeat(1 + (i % 40) * 10)
  const saved = saveNote(
    store,
    NoteSaveSchema.parse({
      id: known?.id ?? null,
      expectedRevision: known?.revision ?? 0,
      title: `${word} ${i}`,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      citations: [],
    }),
  )
  if (known) known.revision = saved.revision
  else notes.push({ id: saved.id, revision: saved.revision })
  writeSync(1, `${JSON.stringify({ ...saved, text })}\n`)
}
