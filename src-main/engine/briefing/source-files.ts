import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { FoundSource } from '../../domain/briefing/verify'
import { Unreadable } from '../formats/unreadable'
import { openContainer, readSourceAt, WITHIN } from '../read/read-members'
import type { SourceFile } from '../read/read-source'
import { pathToOpen } from '../scan/path-name'
import { walk, type SeenFile } from '../scan/walk'

/** What names a source: where it stood, the hash of its bytes ('' where that is not known), and the encoding chosen for them, if one was. */
interface Cited {
  path: string
  sha256: string
  encoding?: string
}

/**
 * Reads what is cited from the files of a folder as they are now, decoded as for the index (or as the citation says): the file at the cited path when its
 * bytes are the cited ones, else any file with those bytes, else what now stands at the path. A path that leads out of the folder finds
 * nothing: only files the walk of the folder met are read.
 */
export async function readCitedSources<C extends Cited>(
  folder: string,
  citations: readonly C[],
  signal?: AbortSignal,
): Promise<(citation: C) => FoundSource | null> {
  const files = filesOf(folder)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const chosen = new Map(citations.flatMap(({ sha256, encoding }) => (encoding ? [[sha256, encoding] as const] : [])))
  const read = new Map<string, FoundSource | null>()
  const sourceAt = async (file: SourceFile): Promise<FoundSource | null> => {
    const known = read.get(file.path)
    if (known !== undefined) return known
    const outcome = await readSourceAt(folder, file, chosen)
    const source = 'source' in outcome && outcome.source
    const found = source ? { sha256: source.hash, path: file.path, text: source.text } : null
    read.set(file.path, found)
    return found
  }
  let hashes: Map<string, SourceFile> | null = null
  const found = new Map<C, FoundSource | null>()
  for (const citation of citations) {
    signal?.throwIfAborted()
    const file = byPath.get(citation.path) ?? memberAt(citation.path, byPath)
    const there = file ? await sourceAt(file) : null
    if (there && (citation.sha256 === '' || there.sha256 === citation.sha256)) found.set(citation, there)
    else {
      hashes ??= await hashesOf(folder, files, signal)
      const moved = hashes.get(citation.sha256)
      found.set(citation, (moved ? await sourceAt(moved) : null) ?? there)
    }
  }
  return (citation) => found.get(citation) ?? null
}

/** The member of a container that a path names, where the walk met that container. */
function memberAt(path: string, byPath: ReadonlyMap<string, SeenFile>): SourceFile | null {
  for (let at = path.indexOf(WITHIN); at > 0; at = path.indexOf(WITHIN, at + 1))
    if (byPath.has(path.slice(0, at))) return { path, pathBytes: null }
  return null
}

function filesOf(folder: string): SeenFile[] {
  const steps = walk(folder)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value.files
}

/**
 * The first file or member with each content. Reads every byte of the folder, so it is only done when a file is not where it was.
 */
async function hashesOf(
  folder: string,
  files: readonly SeenFile[],
  signal?: AbortSignal,
): Promise<Map<string, SourceFile>> {
  const hashes = new Map<string, SourceFile>()
  const note = (hash: string | null, file: SourceFile) => {
    if (hash !== null && !hashes.has(hash)) hashes.set(hash, file)
  }
  for (const file of files) {
    signal?.throwIfAborted()
    const container = await openContainer(folder, file)
    if (!container) note(hashOf(folder, file), file)
    else {
      try {
        for await (const leaf of container.leaves())
          note((await leaf.read()).source?.hash ?? null, { path: leaf.path, pathBytes: null })
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
      } finally {
        container.close()
      }
    }
  }
  return hashes
}

const chunk = Buffer.allocUnsafeSlow(1 << 20)

function hashOf(folder: string, file: SeenFile): string | null {
  try {
    const handle = openSync(pathToOpen(folder, file), 'r')
    try {
      const hash = createHash('sha256')
      for (let length = 1; length > 0;) {
        length = readSync(handle, chunk)
        hash.update(chunk.subarray(0, length))
      }
      return hash.digest('hex')
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}
