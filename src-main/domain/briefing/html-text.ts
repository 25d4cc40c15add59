const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for an element or a quoted attribute; characters HTML cannot hold become U+FFFD, line ends a line feed. */
export function html(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '\ufffd')
    .replace(/[&<>"']/gu, (char) => ENTITIES[char] ?? char)
}

/** The text `html` was given, for the entities it writes. */
export function unescapedHtml(markup: string): string {
  return markup
    .replace(/<[^>]*>/gu, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/gu,
      (entity) => Object.keys(ENTITIES).find((char) => ENTITIES[char] === entity) ?? '',
    )
}

/** JSON for a script element: nothing in it can end the element or a line. */
export function jsonForScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A CSS string in double quotes. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}]/gu, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
]

/**
 * The `lang` of a text as its script tells it, so that fonts and screen readers choose rightly; null for Latin letters, where the
 * script tells nothing. Kazakh letters make Cyrillic Kazakh.
 */
export function languageOfScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [pattern, language] of SCRIPTS) {
    const share = (text.match(pattern)?.length ?? 0) / Math.max(1, letters)
    // A Japanese text is Han for the most part, kana tell it from Chinese.
    if (share > (language === 'ja' ? 0.15 : 0.5))
      return language === 'ru' && /[әғқңөұүһ]/iu.test(text) ? 'kk' : language
  }
  return null
}

/** ` lang="…"` for a language code that is one, else ''. */
export function langAttribute(language: string | null): string {
  return language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language) ? ` lang="${language}"` : ''
}
