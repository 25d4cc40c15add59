/** English words that stand in nearly every article: left out of a plain list of words when others remain. Folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about an and are as at be been but by did do does for from had has have he her his how i if in into is it its me my no nor not of on
  or our out she so than that the their them then there these they this those to up us was we were what when where which who whom
  why will with would you your s t`.split(/\s+/),
)
