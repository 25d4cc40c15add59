import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NoteSave } from '../../contract/casebook'
import { NoteSaveSchema } from '../../contract/casebook'
import { makeAnchor, type Anchor } from '../../domain/evidence/anchor'
import { splitSentences } from '../../domain/text/sentences'
import { createAnchorStates } from './anchor-states'
import type { ArticleSource, SourceArticle } from './article-source'
import { createCasebookHandlers, type CasebookHandlers } from './casebook-handlers'
import { openCasebookStore, type CasebookStore, type StoreOptions } from './open-casebook-store'

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-casebook-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const idOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Articles held in memory, by path. */
export class MemoryArticles implements ArticleSource {
  private readonly byPath = new Map<string, SourceArticle>()

  put(path: string, text: string, about: Partial<SourceArticle> = {}): SourceArticle {
    const article: SourceArticle = {
      id: idOf(text),
      path,
      text,
      title: null,
      date: '2019-03-12',
      agency: 'Liranian Press Service',
      place: 'Marenza',
      language: 'en',
      encoding: null,
      sentences: splitSentences(text),
      ...about,
    }
    this.byPath.set(path, article)
    return article
  }

  remove(path: string): void {
    this.byPath.delete(path)
  }

  has(id: string): boolean {
    return this.get(id) !== null
  }

  idAt(path: string): string | null {
    return this.byPath.get(path)?.id ?? null
  }

  get(id: string): SourceArticle | null {
    return [...this.byPath.values()].find((article) => article.id === id) ?? null
  }
}

export interface Desk {
  store: CasebookStore
  articles: MemoryArticles
  handlers: CasebookHandlers
  changed: (string | null)[]
}

/** An open casebook with its handlers, over articles in memory. */
export function openDesk(options: StoreOptions): Desk {
  const store = openCasebookStore(options)
  const articles = new MemoryArticles()
  const changed: (string | null)[] = []
  const handlers = createCasebookHandlers({
    store: () => store,
    articles: () => articles,
    states: createAnchorStates(() => articles),
    programState: () => null,
    emit: (_event, { noteId }) => changed.push(noteId),
  })
  return { store, articles, handlers, changed }
}

export function anchorIn(article: SourceArticle, words: string): Anchor {
  const start = article.text.indexOf(words)
  return makeAnchor(article.text, start, start + words.length, { articleId: article.id, path: article.path })
}

/** The body of a note: a paragraph per string; `{{id}}` in it is a citation. */
export function bodyOf(...paragraphs: string[]): Record<string, unknown> {
  const content = paragraphs.map((paragraph) => ({
    type: 'paragraph',
    content: paragraph.split(/(\{\{[^}]*\}\})/u).flatMap((part): Record<string, unknown>[] => {
      if (part === '') return []
      const id = /^\{\{(.*)\}\}$/u.exec(part)?.[1]
      return id === undefined ? [{ type: 'text', text: part }] : [{ type: 'citation', attrs: { id } }]
    }),
  }))
  return { type: 'doc', content }
}

/** A whole `note.save` input from what matters to the test. */
export function noteInput(note: Partial<NoteSave>): ReturnType<typeof NoteSaveSchema.parse> {
  return NoteSaveSchema.parse({
    id: null,
    expectedRevision: 0,
    title: 'Casualties',
    body: bodyOf('Seven or 17?'),
    citations: [],
    ...note,
  })
}
