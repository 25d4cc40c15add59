import { z } from 'zod'
import { BriefingSectionSchema } from '../../contract/briefing'

/** A briefing's sections (JSON text) for people without Dateline: a line per sentence, its passages below. For reading only. */
export function briefingMarkdown(sections: string): string {
  return z
    .array(BriefingSectionSchema)
    .parse(JSON.parse(sections))
    .map(({ heading, sentences }) => {
      const lines = sentences.flatMap(({ type, text, citations }) => [
        `- *${type}* ${flat(text)}`,
        ...citations.map(
          ({ anchor }) =>
            `  - “${flat(anchor.exact)}” — ${anchor.path}, ${anchor.start}–${anchor.end}, sha256 ${anchor.articleId}`,
        ),
      ])
      return [`## ${flat(heading)}`, lines.join('\n')].join('\n\n')
    })
    .join('\n\n')
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ')
