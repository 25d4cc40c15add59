import type { Finding } from '../../contract/briefing'

const SIGNS = { block: 'BLOCK', warn: 'warn', waived: 'waived' } as const

/** What the gate found, a line each with the sentence below it; what blocks first. */
export function describeFindings(findings: readonly Finding[]): string[] {
  const order = ['block', 'warn', 'waived']
  return [...findings]
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
    .flatMap(({ level, rule, message, sentence }) => [
      `${SIGNS[level].padEnd(6)}  ${rule}: ${message}`,
      ...(sentence === '' ? [] : [`        “${shorten(sentence)}”`]),
    ])
}

const shorten = (text: string): string => (text.length <= 110 ? text : `${text.slice(0, 109)}…`)
