/** Values within values go by names with dots; deeper or longer objects are cut. */
const DEEPEST = 4
const MOST_VALUES = 400

/** The texts and numbers of a JSON object under their names ("fields.body"); lists of them, or of objects with a name, joined with commas. */
export function flattenJson(value: object): Map<string, string> {
  const values = new Map<string, string>()
  const put = (name: string, item: unknown, depth: number): void => {
    if (values.size >= MOST_VALUES) return
    if (typeof item === 'string') values.set(name, item)
    else if (typeof item === 'number' || typeof item === 'boolean') values.set(name, String(item))
    else if (Array.isArray(item)) values.set(name, listed(item))
    else if (typeof item === 'object' && item !== null && depth < DEEPEST)
      for (const [key, inner] of Object.entries(item)) put(name === '' ? key : `${name}.${key}`, inner, depth + 1)
  }
  put('', value, 0)
  return values
}

function listed(items: readonly unknown[]): string {
  const texts = items.map((item) => (typeof item === 'string' ? item : nameOf(item))).filter((text) => text !== '')
  // Paragraphs come as lists too.
  return texts.join(texts.some((text) => text.length > 80) ? '\n\n' : ', ')
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return ''
  const { name, text } = item as { name?: unknown; text?: unknown }
  return typeof name === 'string' ? name : typeof text === 'string' ? text : ''
}
