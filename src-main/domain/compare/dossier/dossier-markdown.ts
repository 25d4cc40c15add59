import type { Dossier, DossierQuote, Place } from './dossier'

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim()
/** Words of articles are hostile: nothing in them may be markup. */
const plain = (text: string): string => flat(text).replace(/[\\`*_{}[\]<>#|!~]/gu, (char) => `\\${char}`)
const source = ({ path, date }: Place): string => `${date ?? 'undated'}, ${plain(path)}`

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function quoteLine({ content, speaker, carriedBy, ...place }: DossierQuote, named: boolean): string {
  const words = content.map(({ text }) => plain(text)).join(' … ')
  const who = named && speaker ? `${plain(speaker)}: ` : ''
  const copies = carriedBy.length > 0 ? `; also in ${carriedBy.map(plain).join(', ')}` : ''
  return `- ${who}“${words}” (${source(place)}${copies})`
}

/** A dossier as Markdown for people: every line names the file it rests on. */
export function dossierMarkdown(dossier: Dossier): string {
  const { name, type, aliases, roles, mentions, articles, origins, first, last } = dossier
  const period = first === null ? 'undated' : first === last ? first : `${first} to ${last ?? first}`
  const counts = [
    counted(articles, 'article'),
    ...(origins === null ? [] : [counted(origins, 'origin')]),
    counted(mentions, 'mention'),
  ]
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]
  return [
    `# ${plain(name)}`,
    '',
    `${type}; ${counts.join(', ')}; ${period}`,
    ...(aliases.length > 0 ? ['', `Also: ${aliases.map(plain).join(', ')}`] : []),
    ...section(
      'Roles',
      roles.map((role) => `- ${plain(role.role)} (${counted(role.articles, 'article')}, ${role.first ?? 'undated'} to ${role.last ?? 'undated'})`),
    ),
    ...section('Quotes', dossier.quotesBy.map((quote) => quoteLine(quote, false))),
    ...section('Said about it', dossier.quotesAbout.map((quote) => quoteLine(quote, true))),
    ...section(
      'Figures',
      dossier.figures.map((figure) => `- **${plain(figure.text)}**: ${plain(figure.sentence.text)} (${source(figure)})`),
    ),
    ...section(
      'Named together with',
      dossier.together.map(
        (one) => `- ${plain(one.name)} (${one.type}): ${counted(one.sentences, 'sentence')} in ${counted(one.articles, 'article')}${one.origins === null ? '' : `, ${counted(one.origins, 'origin')}`}`,
      ),
    ),
    ...section(
      'In context',
      dossier.contexts.map((one) => `- …${plain(one.before)} **${plain(one.text)}** ${plain(one.after)}… (${source(one)})`),
    ),
    '',
  ].join('\n') // prettier-ignore
}
