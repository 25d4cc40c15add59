import { countryOfDemonym } from '../lexicon/countries'

/** Nouns for human beings that the endings below do not give away. Plural and singular both. */
const PEOPLE = new Set(
  `people person persons user users male males female females guy guys deceased witness witnesses lad lads folks bloke voter voters buyer loser user mate mates man men woman women child children boy boys girl girls kid kids teen teens youth youths adult adults infant infants baby babies toddler toddlers
  minor minors student students pupil pupils patient patients civilian civilians troop troops victim victims casualty casualties fatality fatalities death deaths dead body bodies
  life lives soul souls relative relatives parent parents brother brothers sister sisters son sons daughter daughters cousin cousins sibling siblings grandchild grandchildren
  grandson grandsons granddaughter granddaughters wife wives husband husbands friend friends twin twins uncle uncles aunt aunts half-sister half-brother nephew nephews niece nieces
  personnel staff crew guest guests tourist migrant migrants immigrant immigrants refugee refugees resident residents citizen citizens inhabitant inhabitants individual individuals
  survivor survivors suspect suspects terrorist militant militants guerrilla guerrillas insurgent insurgents rebel rebels hostage hostages detainee detainees inmate inmates
  official officials politician politicians president presidents diplomat diplomats ambassador ambassadors monk monks nun nuns priest priests bishop bishops cardinal cardinals imam imams clergy
  nurse nurses chef chefs spy spies cop cops guard guards pilgrim pilgrims passerby passersby bystander bystanders pedestrian pedestrians motorist motorists cyclist
  spouse spouses couple couples member members delegate delegates candidate candidates colleague colleagues representative representatives deputy deputies mp mps lawmaker lawmakers
  senator senators congressman congressmen congresswoman congresswomen policeman policemen policewoman fireman firemen fisherman fishermen gunman gunmen businessman businessmen businesswoman
  spokesman spokesmen spokeswoman serviceman servicemen crewman crewmen airman airmen seaman marine marines national nationals professional professionals expert experts
  participant participants respondent respondents applicant applicants recipient recipients defendant defendants combatant combatants assistant assistants occupant occupants
  accountant accountants consultant consultants merchant merchants servant servants infantry cadet cadets recruit recruits volunteer volunteers athlete athletes medic medics mechanic mechanics
  ally allies fan fans peer peers elder elders hero heroes heir heirs judge judges juror jurors thief thieves criminal criminals captive captives amateur amateurs
  others folk villagers hongkonger hongkongers democrat democrats republican republicans muslim muslims christian christians jew jews catholic catholics hindu hindus sikh sikhs buddhist buddhists
  electorate cabinet subject subjects contestant contestants evacuee evacuees employee employees trainee trainees attendee attendees nominee nominees appointee appointees absentee devotee devotees
  fellow fellows scholar scholars analyst teammate teammates classmate classmates roommate apprentice apprentices accomplice accomplices host hosts graduate graduates undergraduate undergraduates laureate laureates
  architect architects agent agents aide aides co-accused accused arrestee arrestees celebrity celebrities orphan orphans widow widows homeless unemployed elderly disabled injured wounded
  athlete reservist conscript conscripts draftee nationalist separatist detachments personnel trader monarch monarchs king kings queen queens prince princes princess princesses general generals colonel colonels captain captains lieutenant sergeant
  bachelor bachelors patron patrons donor donors creditor creditors mourner mourners worshipper worshippers worshiper worshipers human humans head heads artiste dancers actresses actress actors billionaire billionaires millionaire millionaires`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words with a person's ending that are things. */
const THINGS = new Set(
  `number numbers center centers centre centres paper papers order orders letter letters matter matters quarter quarters computer computers server servers tanker tankers fighter-bomber carrier carriers
  helicopter helicopters chapter chapters river rivers tower towers charter charters barrier barriers border borders power powers newspaper newspapers river theater theaters theatre parameter parameters meter meters liter liters kilometer
  kilometers counter counters container containers trailer trailers poster posters register registers offer offers answer answers corner corners banner banners bunker bunkers boulder boulders ladder ladders cluster clusters shelter shelters
  shower showers filter filters sensor sensors reactor reactors tractor tractors factor factors sector sectors motor motors corridor corridors error errors mirror mirrors door doors floor floors color colors colour colours harbor harbour
  flavor flavour labor labour humor behavior favor honor honour vigor rumor rumors tumor tumors cancer cancers disaster disasters encounter encounters disorder disorders drawer summer winter weather water waters air
  bulldozer bulldozers freezer freezers cooker cookers burner burners scanner scanners printer printers router routers processor processors monitor monitors generator generators conductor detector detectors escalator elevator elevators
  ventilator ventilators incubator refrigerator calculator accelerator transformer transformers semiconductor semiconductors vector vectors mortar mortars dollar dollars pillar pillars seminar seminars calendar calendars car cars
  bar bars star year years sugar hangar radar altar list lists artist-run twist twists mist fist checklist checklists wishlist bucket
  ticker tickers sticker stickers feature tier tiers fiber fibers fibre cover covers layer layers finger fingers shoulder shoulders liver transfer transfers trigger surrender murder murders timber lumber cylinder drawer cucumber hammer
  cyber december september october november gender render tender tenders wonder wonders thunder powder cinder spider spiders tiger tigers beaver otter otters oyster lobster hamster rooster boxer-shorts launcher launchers starter starters
  sweater trouser trousers bumper bumpers clipper clippers slipper slippers copper pepper upper supper chamber chambers member-states speaker-system loudspeaker loudspeakers screener destroyer destroyers cruiser cruisers
  freighter bomber bombers liner liners airliner airliners ferry steamer trawler trawlers lighter lighters remainder reminder reminders blocker thriller blockbuster blockbusters newsletter newsletters twitter butter batter litter
  monster monsters canister canisters minister-level roster barometer diameter perimeter career careers deer beer pier peer-review skyscraper skyscrapers wrapper laser lasers router drawer decoder folder folders header dispenser dispensers booster boosters
  medicines vaccine vaccines committee committees fee fees tree trees degree degrees guarantee guarantees referee-decision jubilee coffee knee knees bee bees settlement amendment amendments month months plant plants grant grants
  restaurant restaurants want wants variant variants constant constants elephant elephants pollutant infant-formula ant ants giant giants warrant warrants covenant covenants pennant tenant-house sergeant-at-arms disinfectant fragrant
  cannister semester semesters trimester master-plan roman german-made ocean oceans museum oman human-rights instrument instruments metal-worker timer timers folder cleaner-fish sneaker sneakers burger burgers hamburger beaker`
    .split(/\s+/)
    .filter(Boolean),
)

/** Endings of words for doers and peoples. */
const DOER = /(?:er|or|ist|ian|eer|ant|man|woman|crat|arch)s?$|(?:men|women)$|[aeiou]?[a-z]ees?$/

/** Whether a noun (lower case, singular or plural) counts humans. */
export function isPersonNoun(word: string): boolean {
  if (PEOPLE.has(word)) return true
  if (THINGS.has(word)) return false
  const glue = word.lastIndexOf('-')
  if (glue >= 0) return isPersonNoun(word.slice(glue + 1))
  if (countryOfDemonym(word)) return word.endsWith('s') && !word.endsWith('ese')
  return word.length > 5 && DOER.test(word)
}

const DISEASE =
  /^(?:covid|covid-19|coronavirus|ebola|measles|cholera|dengue|malaria|monkeypox|mpox|polio|flu|influenza|infection|hiv|aids|tuberculosis|zika|infections|pneumonia|virus|disease)$/
const CONFIRMED =
  /^(?:confirmed|new|active|suspected|positive|infected|imported|asymptomatic|severe|recovered|reported)$/

/** Whether "cases" counts the ill: "confirmed cases", "cases of COVID-19"; court cases do not. */
export function casesArePeople(before: string, of: string, what: string): boolean {
  return CONFIRMED.test(before) || (of === 'of' && DISEASE.test(what))
}
