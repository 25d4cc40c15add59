/**
 * The short label of a citation's chip: who published it and the number of the sentence, "LPS 2". Names of three words and more become
 * initials, of two words their last ("The Marenza Courier" is "Courier"); without an agency the file's name stands there. Of a document
 * with pages the page stands there, which can be found on paper too: "LPS p. 7".
 */
export function citationLabel(
  agency: string | null,
  path: string,
  { sentence, page }: { sentence: number | null; page: number | null },
): string {
  const name = agency ? shortAgency(agency) : fileStem(path)
  if (page !== null) return `${name} p. ${page}`
  return sentence === null ? name : `${name} ${sentence}`
}

const LONGEST = 14

function shortAgency(agency: string): string {
  const words = agency.replace(/^the\s+/iu, '').split(/\s+/u)
  if (words.length >= 3) {
    const initials = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => [...word][0])
    if (initials.length >= 3) return initials.join('')
  }
  return cut(words.length === 2 ? (words[1] ?? '') : words.join(' '))
}

function fileStem(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1)
  return cut(file.replace(/\.[^.]{1,5}$/u, ''))
}

function cut(name: string): string {
  const letters = [...name]
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST - 1).join('')}…`
}
