import { stemEnglish } from '../../search/stem'

/**
 * What news counts about an event in many words, so that "killing seven", "nine dead" and "погибших" are one key. Word stems as they stand
 * in English (Porter2) and the beginnings of words in Russian, Kazakh, French, Arabic and Chinese. Written from the words of news
 * agencies' style; a class missing here is still matched by the words around the figure.
 */
const CLASSES: Readonly<Record<string, { stems: string; beginnings: RegExp }>> = {
  deaths: {
    stems: 'kill dead die death deaths toll fatal perish lost-lives',
    beginnings: /^(?:погиб|умер|жертв|қаза|мерт|morts?$|mort[es]*$|tué|décès|قتل|مقتل|قتيل|وفا|死亡|遇难|丧生)/u,
  },
  injuries: {
    stems: 'injur wound hurt hospitalis hospitaliz',
    beginnings: /^(?:пострада|ранен|жарақат|bless|جرح|جريح|إصاب|受伤|伤者)/u,
  },
  missing: { stems: 'miss unaccount', beginnings: /^(?:пропавш|без вести|disparu|مفقود|失踪)/u },
  evacuees: {
    stems: 'evacu displac safeti homeless flee fled',
    beginnings: /^(?:эвакуир|вывезен|évacu|إجلاء|疏散|转移)/u,
  },
  arrests: { stems: 'arrest detain', beginnings: /^(?:арест|задерж|arrêt|اعتقل|逮捕)/u },
  turnout: { stems: 'turnout', beginnings: /^(?:явк|participation|إقبال|投票率)/u },
}

/** Counts that only grow while a story runs: a later, larger figure is an update and no contradiction. */
const GROWING = new Set(['deaths', 'injuries', 'evacuees', 'arrests', 'turnout'])
export const isGrowing = (counted: string | null): boolean => counted !== null && GROWING.has(counted)

const BY_STEM = new Map(
  Object.entries(CLASSES).flatMap(([name, { stems }]) => stems.split(' ').map((stem) => [stem, name] as const)),
)

/** The class a folded word belongs to, or null. */
export function countedClass(word: string): string | null {
  const known = BY_STEM.get(stemEnglish(word))
  if (known) return known
  if (/^[a-z]+$/u.test(word) && !/^(?:mort|bless|evacu|arret)/u.test(word)) return null
  return Object.entries(CLASSES).find(([, { beginnings }]) => beginnings.test(word))?.[0] ?? null
}

/** Words that say how much of a thing a figure covers; two figures under different ones are of different scope. */
const SCOPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:district|район|аудан|quartier|حي)/u, 'district'],
  [/^(?:province|region|oblast|state|област|облыс|provinc|محافظة)/u, 'province'],
  [/^(?:constituenc|ward|precinct|circonscription)/u, 'constituency'],
  [/^(?:headquarters|hq|siege)$|^head office$/u, 'head office'],
  [/^(?:branch|group|abroad|overseas|subsidiar|worldwide|nationwide|countrywide|succursale|agences)/u, 'all'],
  [/^(?:capital|столиц|العاصمة)/u, 'capital'],
]

/** Scopes that are part of something, and those that are the whole. */
export const PARTS: readonly string[] = ['district', 'constituency', 'head office']
export const WHOLES: readonly string[] = ['province', 'all']

/** The scope a folded word names, alone or with the word before it ("head office"); null where it names none. */
export const scopeOf = (word: string, before = ''): string | null =>
  SCOPES.find(([pattern]) => pattern.test(word) || pattern.test(`${before} ${word}`))?.[1] ?? null

/** Marks by which a text says that it mends an earlier one. */
export const CORRECTS =
  /\b(?:correct(?:s|ed|ion|ing)?|clarif(?:y|ies|ied|ication)|erratum|retract(?:s|ed|ion)?|in error|wrongly|mistakenly|misstated|should have (?:read|said)|an earlier (?:version|report|story)|had given)\b|исправл|уточн|опроверг|rectificatif|rectifie|تصحيح|更正/iu

/** Hours of the day and ways to say how far a count had come. */
export const SO_FAR =
  /\b(?:by|as of|until|at) (?:noon|midday|midnight|dawn|dusk|morning|evening|night|close|(?:the )?(?:end|close)|(?:early |late )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)|\b(?:rose|risen|climbed|grown|rising|climbs|rises|jumped) to\b|\bin all\b|\bso far\b|\bwhen polls closed\b|выросл|возросл|s'est alourdi|ارتفع|上升/iu
