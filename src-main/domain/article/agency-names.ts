import { displayCase } from './display-case'

/**
 * News agencies and broadcasters as they print themselves in wire headers, in the form Dateline shows them. Sources: the
 * agencies' own style in their English, Russian, Kazakh, Arabic, Chinese, French and Spanish services.
 */
const DISPLAY_FORMS = `
AFP|AP|UPI|TASS|ITAR-TASS|ANSA|DPA|EFE|PTI|ANI|IANS|UNI|AA|IRNA|ISNA|MNA|WAM|SPA|QNA|KUNA|BNA|ONA|MENA|SANA|NNA|WAFA|
APA|AZERTAC|AZERTAG|UzA|BelTA|UNIAN|MTI|PAP|CTK|ČTK|HINA|STA|BTA|ANP|NTB|TT|STT|NAN|GNA|SABC|SAPA|VNA|VNS|TNA|PNA|CNA|
BSS|UNB|APP|NNI|LNA|RSS|CNN|BBC|NPR|VOA|RFE/RL|RFA|RFI|DW|RT|CCTV|CGTN|CNS|KCNA|AAP|NZPA|RNZ|IPS|IRIN|RNS|MEE|Reuters|
Thomson Reuters Foundation|Associated Press|The Associated Press|Agence France-Presse|United Press International|
Interfax|Interfax-Ukraine|Interfax-Kazakhstan|RIA Novosti|RIA|Sputnik|Xinhua|Kyodo|Kyodo News|Jiji Press|Yonhap|
Newsis|Anadolu|Anadolu Agency|Mehr|Tasnim|Fars|Petra|Saba|Trend|Armenpress|Kazinform|KazTAG|Kabar|AKIpress|Khovar|
Ukrinform|Tanjug|Beta|Agerpres|Lusa|Belga|Ritzau|Panapress|Antara|Bernama|Canadian Press|The Canadian Press|
afrol News|allAfrica|PRNewswire|PR Newswire|Business Wire|GlobeNewswire|EIN Presswire|Bloomberg|Dow Jones|
Dow Jones Newswires|Europa Press|Notimex|Télam|Andina|Prensa Latina|Agência Brasil|Agencia EFE|Tengrinews|Al Jazeera|
Sky News|The Guardian|EurActiv|Focus Taiwan|Montsame|Suspilne|Meduza|Regnum|INTERFAX.RU|Qazinform|ТАСС|ИТАР-ТАСС|
РИА Новости|РИА|Интерфакс|Интерфакс-Украина|Интерфакс-Казахстан|Казинформ|МИА «Казинформ»|ҚазАқпарат|QazAqparat|
Спутник|РБК|Кабар|АКИpress|УНИАН|Укринформ|БелТА|Регнум|Прайм|Хабар|КазТАГ|Синьхуа|Рейтер|رويترز|أ ف ب|د ب أ|أ ب|سانا|
واس|وام|قنا|كونا|بنا|بترا|شينخوا|الأناضول|وفا|واج|وات|أ ش أ|فرانس برس|أسوشيتد برس|سبوتنيك|تاس|العمانية|新华社|中新社|中新网|
法新社|路透社|美联社|共同社|中央社|人民网|央视网|塔斯社|哈通社|韩联社|新华网`
  .replace(/\n/g, '')
  .split('|')

/** Kept together with its letters' case in some houses, so the key drops case, spaces and marks. */
function keyOf(name: string): string {
  if (/^[\0-\x7f]*$/.test(name)) return name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const BY_KEY = new Map<string, string>(DISPLAY_FORMS.map((form) => [keyOf(form), form]))

/** By the key of what a name may begin with, how many words it can have; "RIA-Novosti" is one word or two. */
const WORDS_BY_BEGINNING = new Map<string, number>()
for (const form of DISPLAY_FORMS) {
  const words = form.split(/[ -]/)
  for (let n = 1; n <= words.length; n++) {
    const beginning = keyOf(words.slice(0, n).join(''))
    WORDS_BY_BEGINNING.set(beginning, Math.max(WORDS_BY_BEGINNING.get(beginning) ?? 0, words.length))
  }
}

/** How many words an agency that begins with `word` can have at most; 0 when none does. Spares looking up most texts' words. */
export function mostAgencyWords(word: string): number {
  return WORDS_BY_BEGINNING.get(keyOf(word)) ?? 0
}

/** "KAZINFORM" → "Kazinform", "afp" → "AFP"; null when no agency of that name is known. */
export function knownAgency(name: string): string | null {
  return BY_KEY.get(keyOf(name)) ?? null
}

const AGENCY_WORD =
  /(?:^|\s)(?:news|agency|newswire|wire|press|presse|tv|radio|herald|tribune|gazette|online|correspondent)$/iu

/** Whether a name calls itself a news house ("Bakhtar News", "Bangkok Press"): known agencies are one case of it. */
export function soundsLikeAgency(name: string): boolean {
  return knownAgency(name) !== null || AGENCY_WORD.test(name.trim())
}

/** Display form of an agency: known ones in their own style, other capitals kept when they spell an acronym. */
export function agencyName(printed: string): string {
  const known = knownAgency(printed)
  if (known) return known
  if (printed.includes('/') && !/\p{Ll}/u.test(printed)) return printed.split('/').map(agencyName).join('/')
  return /^\p{Lu}{2,5}$/u.test(printed.trim()) ? printed.trim() : displayCase(printed)
}
