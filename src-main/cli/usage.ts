/** A command was called in a way it does not understand; ends with exit code 2. */
export class UsageError extends Error {}

export const USAGE = `usage: dateline <command> [options]

  extract <file or folder>…      names, quotes, figures and dates, without any database
  index <folder>                 bring the index up to date   [--phase text|all]
  search <query>                 full-text search             [--limit N] [--sort relevance|date] [--batch queries.csv]
                                 --lines [--order left1] every place with its words; --facets counts; --csv a table;
                                 --exact-spelling no other spellings or scripts; the language is in docs/search.md
  entities                       who and what the folder speaks of   [--type T] [--limit N]
  dossier <name>                 all that the folder says of one name [--type T] [--limit N]
  quotes                         who said what                [--by NAME] [--limit N]
  figures                        numbers with unit and subject [--limit N]
  families                       copies and rewrites of one dispatch [--limit N]
  conflicts                      what the articles do not agree on   [--limit N]
  compare <fileA> <fileB>        two articles, sentence by sentence
  resolve <anchors.ndjson> <folder>   where passages stand in the files as they are now
  brief new <definition.json>    keep a briefing in the casebook
  brief list                     the briefings of the casebook
  brief export <id or definition.json> --out FILE   write one [--format pdf|docx|html|md|json] [--paper A4|Letter] [--waive RULE=REASON]…
  verify <briefing> <folder>     check every cited passage against the sources
  casebook export <file>         write the analyst's work to a file   [--as dateline|refi-qda|w3c|markdown]
  casebook import <file>         take the work of a file in; nothing is overwritten
  corrections list               what was corrected, newest first
  corrections make <draft.json>  make one: retype, merge, split, rename, reject, add, speaker   [--dry-run] what it would change
  corrections revert <id>        take one back, in any order
  corrections gazetteer <file>   a list of names (CSV, TSV, JSON: name, type, aliases)
  doctor                         check databases, backups and journal [--repair]

  --json             one JSON value per line on stdout
  --folder F         index F first, then work on it
  --workspace DIR    work on the workspace kept in DIR

Data goes to stdout, progress and messages to stderr.
Exit codes: 0 done, 1 done with findings, 2 wrong usage, 3 could not run.`

/** The lines of one command, so that what was wrong with its call stays in sight; of an unknown one, the way to all. */
export function usageOf(command: string): string {
  const lines = USAGE.split('\n')
  const own = lines.flatMap((line, at) => {
    if (!line.startsWith(`  ${command} `)) return []
    const rest = lines.slice(at + 1)
    const end = rest.findIndex((next) => !next.startsWith('    '))
    return [line, ...rest.slice(0, end < 0 ? rest.length : end)]
  })
  return [...own, '`dateline --help` lists all commands and options.'].join('\n')
}
