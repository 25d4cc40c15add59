import type { FormatResult } from './format-reader'
import { xmlValues } from './xml-events'

/** What programs put where a person's name belongs. */
const NOBODY =
  /^(?:admin(?:istrator)?|user|windows user|(?:microsoft )?office user|microsoft office user|owner|home|author|unknown|un-named|python-docx|root|pc|anonymous)$/i

type Properties = Pick<FormatResult, 'meta' | 'made'>

/**
 * What a word processor's file says about itself in Dublin Core (`docProps/core.xml`, `meta.xml`, the package of an e-book). Such
 * titles are often left over from a template, so one counts only when the text's beginning has it; the date is when
 * the file was made, not when its story was published.
 */
export function documentProperties(xml: string | null, text: string): Properties {
  if (xml === null) return { meta: {} }
  const values = xmlValues(xml, ['title', 'creator', 'initial-creator', 'created', 'creation-date', 'date'])
  return propertiesOf(
    {
      title: values.get('title'),
      author: values.get('initial-creator') ?? values.get('creator'),
      made: values.get('created') ?? values.get('creation-date') ?? values.get('date'),
    },
    text,
  )
}

/** The same for values read from anywhere. `made` is kept where it is an ISO date. */
export function propertiesOf(
  given: { title?: string | undefined; author?: string | undefined; made?: string | undefined },
  text: string,
): Properties {
  const meta: FormatResult['meta'] = {}
  const title = given.title?.trim()
  if (title && title.length > 3 && plain(text.slice(0, 3000)).includes(plain(title))) meta.title = title
  const author = given.author?.trim()
  if (author && !NOBODY.test(author)) meta.author = author
  return given.made && /^\d{4}-\d{2}-\d{2}/.test(given.made) ? { meta, made: given.made } : { meta }
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')
