/** Deeper or longer messages are made to exhaust a reader. */
export const MAIL_LIMITS = { maxNestingDepth: 100, maxHeadersSize: 4_000_000, maxRfc822NestingDepth: 10 }
