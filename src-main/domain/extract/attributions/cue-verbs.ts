/**
 * Verbs that report speech, by how they take what is said.
 * say: a clause with or without "that" ("said he would"); tell: a listener first ("told reporters that"); note: a clause with "that" or a
 * quotation; as: "described X as", "called X Y"; thing: a noun phrase ("announced a plan", "denied the claim"); to: an infinitive ("promised to").
 */
export type CueFrame = 'say' | 'tell' | 'note' | 'as' | 'thing' | 'to' | 'about' | 'of'

const VERBS: Readonly<Record<CueFrame, string>> = {
  say: `say claim state add argue report announce insist believe think feel admit acknowledge concede confirm suggest declare allege assert contend maintain reveal disclose indicate estimate predict
    warn explain reply answer complain conclude stress testify reckon fear hope swear affirm reiterate hint recall boast joke lament quip caution project forecast speculate opine worry suspect doubt
    expect assume agree promise vow pledge charge fret gripe grumble posit surmise theorize theorise reason profess proclaim certify attest vouch anticipate foresee envision envisage prophesy protest rejoice
    concur retort presume figure realise realize remember stipulate`,
  tell: 'tell inform assure remind notify brief advise warn convince persuade',
  note: `note remark observe comment emphasize emphasise underline highlight underscore point write tweet post respond continue find show mention propose recommend rule read learn determine counter retort exclaim
    repeat clarify elaborate ask sing chant shout yell scream whisper mutter plead beg wonder muse cry interject intone implore ascribe imply cite signal guess decide demand discover mean understand know see
    document echo declare quote state marvel crow thunder fume rant rave sneer scoff deadpan volunteer chime request require voice urge advocate tease`,
  as: 'describe call characterize characterise label brand term dub deem denounce dismiss hail praise blame condemn slam blast refer paint portray cast liken compare view see regard',
  thing: `suggest claim allege estimate predict acknowledge admit cite mention describe explain note promise pledge recommend deny announce confirm question reject dispute criticize criticise propose express
    reveal report outline discuss detail address welcome defend mock attack condemn denounce slam blast praise hail support oppose back endorse demand want seek favor favour oppose advocate tout downplay reference
    ridicule dismiss doubt challenge highlight emphasize stress underscore tweet present document consider understand expect fear regret applaud celebrate embrace echo decry lambaste rip pan scold chastise rebuke shame
    repeat urge recall reiterate cite mention voice charge quote tout trumpet air reaffirm renew deplore bemoan lament contest refute rebut debunk disavow disown renounce repudiate commend laud salute scorn deride
    disparage belittle vilify berate chide upbraid castigate excoriate bash decline signal anticipate foresee envision envisage prefer enumerate elaborate warn request advocate`,
  to: 'promise ask pledge vow threaten agree refuse offer urge decline claim propose plan want encourage advise hope expect intend seek aim prepare hesitate decide demand call beg volunteer swear need wish choose opt commit request require',
  about: `call talk speak complain worry apologize apologise warn argue push campaign advocate hint allude joke boast brag point express object respond react refer ask comment care insist testify write tweet agree disagree
    caution lash protest vote focus dwell disapprove approve rail rant gloat press lobby opine elaborate`,
  of: 'accuse speak warn complain boast dream talk assure remind suspect',
}

/** What a word is as a cue: its base form and frames, and how it is inflected. */
export interface CueForm {
  lemma: string
  frames: ReadonlySet<CueFrame>
  form: 'base' | 's' | 'past' | 'ing'
}

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  sing: ['sang', 'sung'],
  speak: ['spoke', 'spoken'],
  seek: ['sought', 'sought'],
  say: ['said', 'said'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  write: ['wrote', 'written'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  read: ['read', 'read'],
  swear: ['swore', 'sworn'],
  mean: ['meant', 'meant'],
  understand: ['understood', 'understood'],
  know: ['knew', 'known'],
  see: ['saw', 'seen'],
  forecast: ['forecast', 'forecast'],
  learn: ['learned', 'learnt'],
}
const DOUBLED = new Set([
  'beg',
  'pan',
  'rip',
  'brag',
  'admit',
  'refer',
  'quip',
  'slam',
  'plan',
  'commit',
  'dub',
  'signal',
  'label',
])

const forms = new Map<string, CueForm>()

function enter(word: string, lemma: string, frame: CueFrame, form: CueForm['form']): void {
  const known = forms.get(word)
  if (known) forms.set(word, { ...known, frames: new Set([...known.frames, frame]) })
  else forms.set(word, { lemma, frames: new Set([frame]), form })
}

for (const [frame, list] of Object.entries(VERBS) as [CueFrame, string][]) {
  for (const lemma of list.split(/\s+/).filter(Boolean)) {
    const stem = DOUBLED.has(lemma) && lemma !== 'signal' && lemma !== 'label' ? lemma + lemma.slice(-1) : lemma
    const soft = lemma.endsWith('e') ? lemma.slice(0, -1) : stem
    enter(lemma, lemma, frame, 'base')
    enter(
      /(?:s|sh|ch|x|z|ss)$/.test(lemma)
        ? `${lemma}es`
        : /[^aeiou]y$/.test(lemma)
          ? `${lemma.slice(0, -1)}ies`
          : `${lemma}s`,
      lemma,
      frame,
      's',
    )
    enter(`${soft}ing`, lemma, frame, 'ing')
    const past = IRREGULAR[lemma] ?? [
      lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`,
    ]
    for (const word of past) enter(word, lemma, frame, 'past')
  }
}

/** The cue a lower-case word can be; undefined for all other words. */
export const cueForm = (word: string): CueForm | undefined => forms.get(word)

/** Nouns that name something said or written: they go between a cue and its clause ("said in a statement that"), or speak ("a report said"). */
export const SPOKEN_THINGS = new Set(
  `statement interview tweet letter email e-mail conference briefing report post speech video release address hearing testimony press message memo blog article column editorial interviews remarks filing affidavit
  complaint lawsuit tweets broadcast podcast note announcement appearance debate phone call rally event ceremony meeting session paper study poll survey`
    .split(/\s+/)
    .filter(Boolean),
)
