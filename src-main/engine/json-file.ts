import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A small settings file. One that is empty, broken or of another shape is kept aside and counts as the default. */
export class JsonFile<T> {
  private value: T | undefined

  constructor(
    private readonly path: string,
    private readonly schema: z.ZodType<T>,
    private readonly fallback: T,
  ) {}

  read(): T {
    if (this.value === undefined) this.value = this.load()
    return this.value
  }

  /** Written beside and renamed, so that a crash leaves the old or the new file, never half of one. */
  write(value: T): void {
    this.value = value
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 })
    const temporary = `${this.path}.${process.pid}.tmp`
    writeFileSync(temporary, JSON.stringify(value, null, 2))
    renameSync(temporary, this.path)
  }

  private load(): T {
    let raw: string
    try {
      raw = readFileSync(this.path, 'utf8')
    } catch {
      return this.fallback
    }
    try {
      return this.schema.parse(JSON.parse(raw))
    } catch {
      renameSync(this.path, `${this.path}.broken`)
      return this.fallback
    }
  }
}
