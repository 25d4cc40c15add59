import { isOneSlipApart, isSubsequence, type NameMention } from './name-mention'

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'kc', 'qc', 'mp', 'esq'])
/** Short forms that share no beginning with their long form, both ways; short forms by prefix ("Greg") need no list. */
const NICKNAMES: readonly (readonly string[])[] = [
  ['robert', 'bob', 'bobby', 'rob'], ['william', 'bill', 'billy', 'will', 'liam'], ['richard', 'dick', 'rick', 'rich'], ['james', 'jim', 'jimmy', 'jamie'],
  ['john', 'jack', 'johnny'], ['joseph', 'joe', 'joey'], ['michael', 'mike', 'mick'], ['edward', 'ted', 'ed', 'eddie', 'ned'], ['theodore', 'ted', 'teddy'],
  ['charles', 'chuck', 'charlie'], ['anthony', 'tony', 'antony'], ['elizabeth', 'liz', 'beth', 'betty', 'lisa', 'eliza', 'libby'], ['margaret', 'maggie', 'peggy', 'meg'],
  ['katherine', 'kate', 'katie', 'kathy', 'catherine'], ['alexander', 'alex', 'sasha', 'sandy', 'aleksandr'], ['henry', 'harry', 'hank'], ['andrew', 'andy', 'drew'],
  ['bernard', 'bernie'], ['donald', 'don'], ['deborah', 'debbie'], ['susan', 'sue'], ['patricia', 'pat', 'patty', 'trish'], ['patrick', 'pat', 'paddy'],
  ['thomas', 'tom', 'tommy'], ['stephen', 'steve', 'steven'], ['david', 'dave'], ['daniel', 'dan', 'danny'], ['lawrence', 'larry'], ['francis', 'frank'],
  ['francisco', 'paco', 'pancho'], ['vladimir', 'volodymyr', 'vova'], ['mikhail', 'misha', 'michael'], ['nicholas', 'nick', 'nicky'], ['jose', 'pepe'],
  ['samuel', 'sam'], ['benjamin', 'ben', 'benny', 'bibi'], ['timothy', 'tim'], ['gregory', 'greg'], ['jeffrey', 'jeff', 'geoff'], ['kenneth', 'ken', 'kenny'],
  ['mohammed', 'mohamed', 'muhammad', 'mohammad', 'muhammed', 'mohamad'], ['yusuf', 'youssef', 'yousef'], ['hussein', 'hussain', 'husain'],
  ['sergei', 'sergey'], ['yevgeny', 'evgeny', 'evgeni'], ['dmitry', 'dmitri', 'dimitri'], ['sebastian', 'seb'], ['victoria', 'vicky', 'viktoria'], ['philip', 'phil', 'phillip'],
] // prettier-ignore
const NICKNAME_GROUPS = new Map<string, number[]>()
NICKNAMES.forEach((group, number) => {
  for (const name of group) NICKNAME_GROUPS.set(name, [...(NICKNAME_GROUPS.get(name) ?? []), number])
})

/** The words of a person's name without "Jr" and the like. */
export function coreWords(mention: NameMention): readonly string[] {
  const { words } = mention
  const last = words[words.length - 1]
  return words.length > 1 && last !== undefined && SUFFIXES.has(last) ? words.slice(0, -1) : words
}

/** Whether two first names can be one person's: equal, an initial, a short form, another spelling. */
export function firstNamesAgree(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  if (a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a))) return true
  if (areNicknames(a, b)) return true
  return a.length >= 5 && b.length >= 5 && isOneSlipApart(a, b)
}

/** Whether two first names are forms of one: "Bob" and "Robert". */
export function areNicknames(a: string, b: string): boolean {
  const groups = NICKNAME_GROUPS.get(a)
  return groups !== undefined && NICKNAME_GROUPS.get(b)?.some((group) => groups.includes(group)) === true
}

/** Whether two last words of names are the same family name or one a slip of the other. */
function lastNamesAgree(a: string, b: string): boolean {
  return a === b || (a.length >= 5 && b.length >= 5 && isOneSlipApart(a, b))
}

/**
 * Whether two full names (two words or more) can be one person's. First names that contradict each other keep people apart,
 * whatever else they share.
 */
export function fullNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const firstShort = short[0] ?? ''
  const firstLong = long[0] ?? ''
  const lastShort = short[short.length - 1] ?? ''
  const lastLong = long[long.length - 1] ?? ''
  if (lastNamesAgree(lastShort, lastLong)) {
    if (!firstNamesAgree(firstShort, firstLong)) {
      // "bin Laden" and "Al Baker" are the tail of the longer name, not another first name.
      return short.length < long.length && isTail(short, long)
    }
    return middleNamesAgree(short.slice(1, -1), long.slice(1, -1))
  }
  // Two family names, one left out: "Pedro Pierluisi" is "Pedro R. Pierluisi Urrutia".
  if (short.length >= long.length) return false
  return (
    (firstShort === firstLong && isSubsequence(short, long)) ||
    (firstNamesAgree(firstShort, firstLong) && long.includes(lastShort, 1))
  )
}

function isTail(short: readonly string[], long: readonly string[]): boolean {
  const from = long.length - short.length
  return short.every((word, i) => word === long[from + i])
}

function middleNamesAgree(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0) return true
  let at = 0
  for (const word of long) if (at < short.length && firstNamesAgree(word, short[at] ?? '')) at++
  return at === short.length
}
