const STARTS = [
  'Tar',
  'Mel',
  'Kor',
  'Bal',
  'Ves',
  'Dun',
  'Gal',
  'Nor',
  'Pel',
  'Rad',
  'Sil',
  'Tov',
  'Ul',
  'Var',
  'Zel',
  'Ost',
]
const MIDDLES = ['va', 'ki', 'do', 'ri', 'su', 'le', 'no', 'ta']
const ENDS = ['n', 'rin', 'sk', 'mar', 'del', 'ton', 'x', 'lo']

/** The `i`th of a thousand invented words that no list knows. */
export function inventedName(i: number): string {
  return `${STARTS[i % 16] ?? ''}${MIDDLES[(i >> 2) % 8] ?? ''}${ENDS[(i * 5 + (i >> 4)) % 8] ?? ''}`
}

/** Short stories about ships, whose names the tagger often takes for people or places; each with where the ship's name stands. */
export function shipStory(i: number): { text: string; start: number; end: number } {
  const name = inventedName(i)
  const stories = [
    `The trawler ${name} sank off the coast on Monday, the ministry said. All nine sailors were rescued.`,
    `Rescuers reached the ferry ${name} early on Friday. Nobody on board was hurt, the coast guard said.`,
    `A fire broke out aboard the tanker ${name} on Sunday. The crew left the ship in two boats.`,
    `The freighter ${name} ran aground near the port on Tuesday. Divers looked for leaks.`,
  ]
  const text = stories[i % stories.length] ?? ''
  const start = text.indexOf(name)
  return { text, start, end: start + name.length }
}
