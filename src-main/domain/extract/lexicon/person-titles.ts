const list = (words: string) =>
  words
    .trim()
    .split(/\s*[\n,]\s*/u)
    .filter(Boolean)

/** Titles of courtesy, rank and office that stand before a name and are not part of it. Lower case, as printed otherwise. */
export const TITLES: readonly string[] = list(`
  mr, mr., mrs, mrs., ms, ms., mx, miss, mister, madam, madame, mme, mlle, monsieur, sir, dame, lord, lady, master, señor, señora, don, doña,
  dr, dr., doctor, prof, prof., professor, rev, rev., reverend, father, fr., pastor, bishop, archbishop, cardinal, pope, rabbi, imam, sheikh,
  shaikh, sheik, ayatollah, mullah, maulana, swami, sister, brother, pandit, saint, patriarch, metropolitan, guru, shri, smt, hajj, haji,
  king, queen, prince, princess, crown prince, duke, duchess, earl, count, countess, baron, baroness, emperor, empress, sultan, emir, tsar,
  emperor, viscount, marquess, her majesty, his majesty, his highness, her highness, king emeritus, custodian of the two holy mosques,
  president, vice president, vice-president, prime minister, deputy prime minister, premier, chancellor, vice chancellor, chief minister,
  minister, foreign minister, finance minister, defence minister, defense minister, interior minister, health minister, home minister,
  home secretary, foreign secretary, secretary, secretary of state, defense secretary, treasury secretary, state secretary,
  attorney general, secretary general, secretary-general, director general, director-general, general secretary, high representative,
  senator, sen, sen., representative, rep, rep., congressman, congresswoman, governor, gov, gov., lieutenant governor, mayor, deputy mayor,
  councillor, councilor, councilman, councilwoman, alderman, speaker, ambassador, envoy, consul, commissioner, deputy, mp, mep, mla,
  assemblyman, assemblywoman, delegate, supervisor, majority leader, minority leader, opposition leader, leader, head of state,
  judge, justice, chief justice, magistrate, prosecutor, attorney, lawyer, solicitor, sheriff, advocate, barrister,
  general, gen, gen., lieutenant general, lt. gen., lt gen, major general, maj. gen., maj gen, brigadier, brigadier general, brig. gen.,
  colonel, col, col., lieutenant colonel, lt. col., lt col, major, maj, maj., captain, capt, capt., lieutenant, lt, lt., sergeant, sgt, sgt.,
  corporal, cpl, cpl., private, pvt., admiral, adm., rear admiral, vice admiral, commodore, commander, cmdr., field marshal, marshal,
  air marshal, air chief marshal, chief of staff, officer, constable, inspector, chief inspector, superintendent, detective, chief,
  police chief, army chief, agent, special agent, trooper, spokesman, spokeswoman, spokesperson, press secretary, analyst, economist,
  director, managing director, executive director, chairman, chairwoman, chairperson, chair, co-chair, vice chairman, deputy chairman,
  ceo, chief executive, cfo, coo, founder, co-founder, owner, manager, coach, head coach, captain, skipper, striker, goalkeeper,
  midfielder, defender, actor, actress, singer, author, writer, poet, director, filmmaker, journalist, reporter, correspondent, editor,
  presenter, professor, historian, scientist, researcher, engineer, activist, campaigner, comrade, citizen, first lady, dato, datuk, datuk seri,
  tan sri, tun, dato seri, ustaz, pengiran, sardar, ex-president, former president, former prime minister, nobel laureate, astronaut`)

/** Words that stand after a person's name in the list of relatives: they introduce another person's name. */
export const RELATIVES: readonly string[] = list(`
  wife, husband, son, daughter, father, mother, brother, sister, uncle, aunt, nephew, niece, cousin, grandson, granddaughter, grandfather,
  grandmother, widow, widower, partner, fiancé, fiancée, girlfriend, boyfriend, friend, stepson, stepfather, stepmother, twin`)

const titles = new Set(TITLES)

/** Whether the phrase (one to five words, any case) is a title that can stand before a name. */
export function isTitle(phrase: string): boolean {
  return titles.has(phrase.toLowerCase())
}
