import { diffArrays } from 'diff'
import { strFromU8, unzipSync } from 'fflate'
import { DatelineError } from '../../../contract/errors'
import type { Alteration } from '../../../domain/briefing/read-table'
import { tableSentences, type SourceTable } from '../../../domain/briefing/source-table'
import { SENTENCE_STYLE } from './docx-styles'
import { docxParagraphs, foreignElement, unescaped } from './docx-words'
import { TABLE_NAMESPACE } from './seal-docx'
import { toDocx } from './to-docx'

/** More than any briefing unpacks to: a bomb is not unpacked. */
const MOST_UNPACKED = 200_000_000
const READ = /^(?:customXml\/item\d+\.xml|word\/(?:document|footnotes|styles|header\d+|footer\d+)\.xml)$/u

type Parts = Record<string, string>

/** The JSON of the source table a Word document carries; throws `damaged` for an archive that cannot be read, null without a table. */
export function openDocx(bytes: Uint8Array, name: string): { json: string | null; parts: Parts } {
  const parts = unpacked(bytes, name)
  const carried = Object.entries(parts).find(
    ([part, xml]) => part.startsWith('customXml/') && xml.includes(`"${TABLE_NAMESPACE}"`),
  )
  const json = carried ? /<(?:\w+:)?sources[^>]*>([^<]*)<\//u.exec(carried[1])?.[1] : undefined
  return { json: json === undefined ? null : unescaped(json), parts }
}

function unpacked(bytes: Uint8Array, name: string): Parts {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!READ.test(part)) return false
        size += originalSize
        if (size > MOST_UNPACKED)
          throw new DatelineError('too_large', `${name} unpacks to more than any briefing holds; it was not read.`)
        return true
      },
    })
    return Object.fromEntries(Object.entries(files).map(([part, content]) => [part, strFromU8(content)]))
  } catch (error) {
    if (error instanceof DatelineError) throw error
    throw new DatelineError('damaged', `${name} is damaged: it cannot be unpacked. Get the file anew from its author.`)
  }
}

/**
 * What a document's words differ in from those its table was laid out to. A document that a word processor only saved again has none;
 * its looks are not compared.
 */
export async function docxAlterations(parts: Parts, table: SourceTable): Promise<Alteration[]> {
  const laid = openDocx(await toDocx(table, 'A4', null), 'briefing').parts
  for (const [part, xml] of Object.entries(parts)) {
    const foreign = part.startsWith('customXml/') ? null : foreignElement(xml)
    if (foreign)
      return [
        { sentence: null, reason: `The document has a part that can hide or replace words (${foreign}): ${part}.` },
      ]
  }
  const sentences = sentenceAlterations(parts, laid, table)
  if (sentences.length > 0) return sentences
  return sameWords(parts, laid)
    ? []
    : [{ sentence: null, reason: 'The document was changed after export, outside of its sentences.' }]
}

function sentenceAlterations(parts: Parts, laid: Parts, table: SourceTable): Alteration[] {
  const expected = docxParagraphs(laid['word/document.xml'] ?? '')
  const found = docxParagraphs(parts['word/document.xml'] ?? '').map(({ text }) => text)
  const sentences = tableSentences(table)
  const alterations: Alteration[] = []
  let at = 0
  let sentence = 0
  const changes = diffArrays(
    expected.map(({ text }) => text),
    found,
  )
  for (const [i, { added, removed, value }] of changes.entries()) {
    if (added) continue
    const next = changes[i + 1]
    const inPlace = removed && next?.added ? next.value : []
    for (const [k] of value.entries()) {
      if (expected[at]?.style === SENTENCE_STYLE) {
        const one = sentences[sentence]
        sentence++
        const instead = inPlace[k]
        if (removed && one)
          alterations.push({ sentence: one, reason: ALTERED, ...(instead === undefined ? {} : { found: instead }) })
      }
      at++
    }
  }
  return alterations
}

const ALTERED = 'The sentence in the file is not the one it was exported with.'

/** Whether all paragraphs of text, notes, headers and footers are the same. Page numbers are the word processor's. */
function sameWords(parts: Parts, laid: Parts): boolean {
  const words = (all: Parts, pattern: RegExp, numbers: boolean) =>
    Object.keys(all)
      .filter((name) => pattern.test(name))
      .sort()
      .flatMap((name) => docxParagraphs(all[name] ?? ''))
      .map(({ text }) => (numbers ? text : text.replace(/\d+/gu, '')).trim())
      .filter((text) => text !== '')
      .join('\n')
  return (
    [/document\.xml$/u, /footnotes\.xml$/u].every((part) => words(parts, part, true) === words(laid, part, true)) &&
    [/header\d+\.xml$/u, /footer\d+\.xml$/u].every((part) => words(parts, part, false) === words(laid, part, false))
  )
}
