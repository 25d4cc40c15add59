import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openCasebookStore } from '../casebook/open-casebook-store'
import { exportBriefing } from './export-briefing'
import { saveBriefing } from './save-briefing'

/**
 * A process of its own that saves briefings and exports them over one file until it is killed, and says every acknowledgement on stdout
 * as one line of JSON. Arguments: the casebook's folder, the folder exported into, a word that makes its texts different.
 */
const [directory = '', outside = '', word = ''] = process.argv.slice(2)
const store = openCasebookStore({ directory })
for (let i = 0; ; i++) {
  const text = `${word} ${i} `.repeat(1 + (i % 30) * 100).trim()
  const content = {
    title: `${word} ${i}`,
    marking: '',
    author: '',
    sections: [
      {
        id: 'section-1',
        heading: '',
        sentences: [
          { id: 'sentence-1', type: 'gap' as const, text, likelihood: null, confidence: null, citations: [] },
        ],
      },
    ],
  }
  const { id, savedAt } = saveBriefing(store, { id: null, expectedRevision: 0, ...content })
  writeSync(1, `${JSON.stringify({ id, title: content.title })}\n`)
  await exportBriefing(content, {
    format: 'json',
    paper: 'A4',
    out: join(outside, 'briefing.json'),
    waivers: [],
    sources: null,
    savedAt,
    fonts: { fontsFor: () => [] },
    printer: { print: () => Promise.reject(new Error('nothing is printed here')) },
  })
}
