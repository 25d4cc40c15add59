import type { Gender } from './gender'

/** What kind of thing a head noun describes; the classes the linker reasons with. */
export type RoleClass =
  | 'office'
  | 'kin'
  | 'suspect'
  | 'victim'
  | 'sport'
  | 'person'
  | 'government'
  | 'police'
  | 'parliament'
  | 'court'
  | 'company'
  | 'media'
  | 'web'
  | 'party'
  | 'school'
  | 'team'
  | 'body'
  | 'forces'
  | 'faith'
  | 'hospital'
  | 'shop'
  | 'band'

export interface RoleHead {
  word: string
  kind: 'person' | 'organization'
  class: RoleClass
  gender: Gender | null
}

const HEADS: Record<RoleClass, string> = {
  office: `president premier chancellor minister secretary governor mayor leader ruler king:m queen:f monarch emperor:m sultan:m emir:m prince:m princess:f
    pope:m pontiff:m archbishop:m bishop:m cardinal:m patriarch:m imam:m speaker senator congressman:m congresswoman:f lawmaker legislator mp mep mla councillor
    chairman:m chairwoman:f chairperson chair chief head ceo cfo director commissioner ambassador envoy diplomat consul delegate spokesman:m spokeswoman:f
    spokesperson judge magistrate justice prosecutor attorney sheriff commander general colonel admiral captain major sergeant officer superintendent
    chancellor dean principal rector treasurer coordinator administrator executive manager founder co-founder owner boss deputy counterpart incumbent
    predecessor successor nominee candidate president-elect frontrunner cm pm dictator strongman premier-designate vice-president secretary-general
    director-general commander-in-chief co-chair vice-chairman:m vice-chair undersecretary comptroller auditor ombudsman:m commissioner-general selectman:m
    whip duke:m duchess:f politician official statesman:m stateswoman:f dgp ig supremo`,
  kin: `father:m mother:f dad:m mum:f mom:f son:m daughter:f brother:m sister:f husband:m wife:f widow:f widower:m uncle:m aunt:f nephew:m niece:f cousin
    grandfather:m grandmother:f grandson:m granddaughter:f fiancé:m fiancée:f fiance:m fiancee:f girlfriend:f boyfriend:m partner spouse son-in-law:m
    daughter-in-law:f father-in-law:m mother-in-law:f brother-in-law:m sister-in-law:f stepfather:m stepmother:f stepson:m stepdaughter:f twin
    ex-husband:m ex-wife:f parent guardian friend`,
  suspect: `suspect gunman:m attacker assailant accused defendant shooter killer murderer bomber perpetrator culprit offender hijacker kidnapper driver
    robber thief fugitive detainee inmate prisoner convict hitman:m militant terrorist individual appellant respondent assassin`,
  victim: `victim deceased plaintiff complainant client patient survivor whistleblower hostage petitioner claimant passenger`,
  sport: `striker goalkeeper midfielder defender winger forward skipper coach player batsman:m bowler all-rounder champion athlete sprinter boxer
    wrestler golfer cyclist swimmer driver jockey quarterback pitcher trainer referee umpire winner runner-up rider fighter five-eighth hooker centre
    halfback captain playmaker keeper manager veteran teenager debutant international`,
  person: `man:m woman:f boy:m girl:f actor:m actress:f singer author writer poet artist painter sculptor filmmaker musician rapper composer lyricist
    guitarist drummer journalist reporter correspondent editor presenter host broadcaster anchor blogger professor historian scientist researcher
    economist analyst physicist biologist engineer doctor surgeon physician nurse teacher student pupil activist campaigner businessman:m
    businesswoman:f entrepreneur tycoon billionaire millionaire mogul lawyer solicitor barrister advocate pilot astronaut sailor seaman:m soldier veteran
    farmer fisherman:m native resident laureate critic novelist designer architect celebrity star legend icon priest monk nun rabbi cleric preacher
    baby toddler child infant youth youngster teen politician comedian entertainer model model dancer performer producer screenwriter chef`,
  government: `government administration cabinet regime junta authorities`,
  police: `police constabulary`,
  parliament: `parliament congress senate legislature house assembly chamber knesset duma bundestag council`,
  court: `court tribunal jury`,
  company: `company firm corporation conglomerate manufacturer automaker carmaker maker airline carrier operator bank lender retailer developer insurer
    supplier utility startup start-up enterprise group giant brand business subsidiary unit brewer miner producer contractor exchange`,
  media: `network broadcaster channel newspaper paper daily magazine station agency outlet publication publisher tabloid weekly`,
  web: `website site platform app portal service`,
  party: `party movement coalition alliance faction opposition`,
  school: `university college school academy institute institution faculty`,
  team: `team club side franchise promotion squad outfit league`,
  body: `commission committee board ministry department agency authority bureau office organisation organization union federation association council
    panel body institution foundation charity trust fund society regulator watchdog secretariat directorate embassy consulate archive museum
    think-tank group centre center task-force inquiry cartel campaign project bloc ngo nonprofit non-profit inspectorate registry treasury`,
  forces: `army military navy force militia guard brigade air-force coastguard`,
  faith: `church diocese vatican`,
  hospital: `hospital clinic`,
  shop: `restaurant supermarket store cafe café shop chain hotel bar`,
  band: `band orchestra label studio choir duo trio`,
}

const PERSON_CLASSES = new Set<RoleClass>(['office', 'kin', 'suspect', 'victim', 'sport', 'person'])

const BY_WORD = new Map<string, RoleHead>()
for (const [name, words] of Object.entries(HEADS)) {
  const roleClass = name as RoleClass
  for (const entry of words.trim().split(/\s+/u)) {
    const [word = '', gender] = entry.split(':')
    if (BY_WORD.has(word)) continue
    BY_WORD.set(word, {
      word,
      kind: PERSON_CLASSES.has(roleClass) ? 'person' : 'organization',
      class: roleClass,
      gender: gender === 'm' || gender === 'f' ? gender : null,
    })
  }
}

/** The head noun of descriptions of people and organisations, by its lower-case singular; undefined for other nouns. */
export function roleHead(word: string): RoleHead | undefined {
  return BY_WORD.get(word)
}
