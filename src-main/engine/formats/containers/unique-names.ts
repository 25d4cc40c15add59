/** Gives names that are never the same: the second "a.txt" becomes "a (2).txt". */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = name.replace(/(\.[^./]{1,8})?$/, ` (${n})$1`)
    taken.add(unique)
    return unique
  }
}
