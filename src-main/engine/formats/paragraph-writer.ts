/** Builds a text of paragraphs with a blank line between them; white space at their ends and empty ones are left out. */
export class ParagraphWriter {
  private readonly paragraphs: string[] = []
  private words = ''

  add(words: string): void {
    this.words += words
  }

  /** Ends the paragraph. */
  end(): void {
    const paragraph = this.words.replace(/[ \t]*\n[ \t]*/g, '\n').trim()
    if (paragraph !== '') this.paragraphs.push(paragraph)
    this.words = ''
  }

  /** What stands in the open paragraph so far, taken out of it. */
  take(): string {
    const { words } = this
    this.words = ''
    return words
  }

  text(): string {
    this.end()
    return this.paragraphs.join('\n\n')
  }
}
