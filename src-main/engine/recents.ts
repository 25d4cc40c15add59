import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { RecentSchema, type Recent } from '../contract/workspace'
import { JsonFile } from './json-file'

const StoredSchema = z.array(RecentSchema.omit({ name: true, present: true }))
const MOST = 20

/** The folders opened before, last opened first. */
export class Recents {
  private readonly file: JsonFile<z.infer<typeof StoredSchema>>

  /** `keep` false: folders opened now are not written down (`--private`); those of before stay listed. */
  constructor(
    root: string,
    private readonly keep = process.env['DATELINE_PRIVATE'] !== '1',
  ) {
    this.file = new JsonFile(join(root, 'recents.json'), StoredSchema, [])
  }

  list(): Recent[] {
    return this.file
      .read()
      .map((entry) => ({ ...entry, name: basename(entry.folder) || entry.folder, present: existsSync(entry.folder) }))
  }

  /** Puts a folder first, with the counts known now. */
  note(folder: string, openedAt: string, counts: { articles: number; notes: number }): void {
    if (!this.keep) return
    const others = this.file.read().filter((entry) => entry.folder !== folder)
    this.file.write([{ folder, openedAt, ...counts }, ...others].slice(0, MOST))
  }

  forget(folder: string): void {
    this.file.write(this.file.read().filter((entry) => entry.folder !== folder))
  }
}
