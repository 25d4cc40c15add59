const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

/** Abbreviations that introduce what follows: their full stop never ends a sentence. Lower case, without the stop. */
export const LEADING_ABBREVIATIONS = list(`
  mr mrs ms mx dr prof gen col maj capt cpt lt sgt cpl pvt adm cmdr brig sen rep gov pres rev fr hon st ste ft mt msgr supt insp
  messrs mmes mme mlle mm pr me drs atty amb asst assoc sec vs cf viz eg ie ca approx fig figs vol vols ed eds pp para art nos
  sr sra srta dra dn dña d. ud uds pág págs núm
  ул им см пр просп пл стр рис акад проф доц зам гл св обл р-н г-н г-жа тов д-р ген полк мин пос дер корп кв тел
  abp bp sh ust h.e`)

/** Abbreviations that can stand at the end of a sentence as well as inside it. */
export const CLOSING_ABBREVIATIONS = list(`
  inc corp co ltd llc plc bros jr snr esq etc al dept univ est assn intl govt natl mfg tech cie gmbh sa pty pte
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ave blvd rd ln hwy bldg apt a.m p.m am pm b.c a.d
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis
  ont que alta man sask
  km kg cm mm lb lbs oz sq hr hrs min sec yr yrs no
  г гг в вв т.д т.п т.е т.к т.н др пр млн млрд тыс руб коп долл чел га ч мин сек н.э
  ж жж б т.б т.с.с мың
  etc. av bd env cf n.d.l.r dic ene abr ago`)

/** Words whose full stop belongs to a name or title when something follows on the same line ("Mr. Smith", "Acme Corp., which"). */
export function isLeadingAbbreviation(lowerCaseWord: string): boolean {
  return LEADING_ABBREVIATIONS.has(lowerCaseWord)
}

export function isClosingAbbreviation(lowerCaseWord: string): boolean {
  return CLOSING_ABBREVIATIONS.has(lowerCaseWord)
}

/** Words that open English sentences far more often than they follow "Inc." or "U.S." inside one. */
export const SENTENCE_OPENERS = list(`
  the a an it he she they we you i this that these those there here his her its their our my in on at by for from with after before
  but and or so yet while when if as since although though however meanwhile also then now not no both some many most several all
  one two three what who why how where which another other more earlier later last according under during despite because until
  nor even only just still such each every once instead moreover furthermore to of was were is are has have had will would can could
  в на но а и он она они это по с к как что за из при для однако также кроме после если сегодня ранее об о бұл ол
  le la les il elle ils elles ce cette ces un une des en mais et dans pour par el los las un una en pero y este esta`)
