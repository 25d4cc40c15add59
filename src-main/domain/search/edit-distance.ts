/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make `a` of `b` (optimal string alignment;
 * Damerau, CACM 7(3), 1964). Stops at `most + 1`. UTF-16 units count as letters.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґ', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ'] // prettier-ignore

/** Every string one edit away within its first two letters, for looking up words whose beginning is misspelt. */
export function misspeltBeginnings(term: string): string[] {
  const alphabet = ALPHABETS.find((letters) => letters.includes(term[0] ?? ' ')) ?? ''
  const made = new Set<string>()
  const [a = '', b = ''] = term
  made.add(b + a + term.slice(2))
  for (const at of [0, 1]) {
    made.add(term.slice(0, at) + term.slice(at + 1))
    for (const letter of alphabet) {
      made.add(term.slice(0, at) + letter + term.slice(at + 1))
      made.add(term.slice(0, at) + letter + term.slice(at))
    }
  }
  made.delete(term)
  return [...made]
}
