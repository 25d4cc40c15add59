/** Nouns for verbs of change, so that "imports increased by 22.6%" reads "increase". The verb's stem → the noun. */
const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:rise|rises|rose|risen|rising)$/, 'rise'],
  [/^increas(?:e|es|ed|ing)$/, 'increase'],
  [/^(?:grow|grows|grew|grown|growing)$/, 'growth'],
  [/^(?:climb|climbs|climbed|climbing)$/, 'climb'],
  [/^(?:jump|jumps|jumped|jumping)$/, 'jump'],
  [/^surg(?:e|es|ed|ing)$/, 'surge'],
  [/^(?:gain|gains|gained|gaining)$/, 'gain'],
  [/^(?:expand|expands|expanded|expanding)$/, 'expansion'],
  [/^(?:fall|falls|fell|fallen|falling)$/, 'fall'],
  [/^decreas(?:e|es|ed|ing)$/, 'decrease'],
  [/^declin(?:e|es|ed|ing)$/, 'decline'],
  [/^(?:drop|drops|dropped|dropping)$/, 'drop'],
  [/^(?:shrink|shrinks|shrank|shrunk|shrinking)$/, 'contraction'],
  [/^(?:contract|contracts|contracted|contracting)$/, 'contraction'],
  [/^(?:slump|slumps|slumped|slumping)$/, 'slump'],
  [/^plung(?:e|es|ed|ing)$/, 'plunge'],
  [/^(?:slip|slips|slipped|slipping)$/, 'slip'],
  [/^(?:cut|cuts|cutting)$/, 'cut'],
  [/^reduc(?:e|es|ed|ing)$/, 'reduction'],
]

/** "increase" for "increased" and its other forms (lower case); null for verbs that change nothing. */
export function changeNoun(verb: string): string | null {
  return NOUNS.find(([forms]) => forms.test(verb))?.[1] ?? null
}
