/** An encoding and how sure it is, in words: "windows-1251 (detected, 97 % sure)". Nothing is said of what is certain. */
export function encodingWords(encoding: string, confidence: number | null, chosen: boolean): string {
  if (chosen) return `${encoding} (chosen by you)`
  if (confidence === null || confidence >= 1) return encoding
  return `${encoding} (${confidence < 0.5 ? 'a guess' : 'detected'}, ${Math.round(confidence * 100)} % sure)`
}
