import { FEMALE_NAMES, MALE_NAMES } from './first-names'

export type Gender = 'm' | 'f'

const MALE_TITLE =
  /(?:^|\s)(?:mr\.?|sir|lord|king|prince|duke|count|earl|baron|emperor|sultan|emir|tsar|father|fr\.?|brother|pope|sheikh|shaikh|imam|mullah|ayatollah|maulana|monsieur|señor|don|congressman|councilman|assemblyman|alderman|spokesman|chairman|businessman|sayyid|rabbi|shri|actor|cardinal|archbishop|his (?:majesty|highness|excellency|royal highness))$/iu
const FEMALE_TITLE =
  /(?:^|\s)(?:mrs\.?|ms\.?|miss|mme|mlle|madame?|dame|lady|queen|princess|duchess|countess|baroness|empress|sister|señora|doña|congresswoman|councilwoman|assemblywoman|spokeswoman|chairwoman|businesswoman|actress|first lady|smt|her (?:majesty|highness|excellency|royal highness))$/iu

/** What a title says of its bearer: "Mr" m, "spokeswoman" f, "President" nothing. */
export function titleGender(title: string): Gender | null {
  if (FEMALE_TITLE.test(title)) return 'f'
  return MALE_TITLE.test(title) ? 'm' : null
}

/** What a first name says of its bearer where it is common and clear; null for the rest. */
export function firstNameGender(foldedFirstName: string): Gender | null {
  if (FEMALE_NAMES.has(foldedFirstName)) return 'f'
  return MALE_NAMES.has(foldedFirstName) ? 'm' : null
}
