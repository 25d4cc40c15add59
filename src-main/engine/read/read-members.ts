import { hash } from 'node:crypto'
import { closeSync, fstatSync } from 'node:fs'
import { NONE_CHOSEN, type ChosenEncodings } from '../../domain/decisions/chosen-encodings'
import { bytesOf, fileBytes, type ByteSource } from '../formats/byte-source'
import { chooseContainer } from '../formats/containers/choose-container'
import type { ContainerReader, Member } from '../formats/containers/container'
import { Unreadable } from '../formats/unreadable'
import { pathToOpen } from '../scan/path-name'
import { openFile } from './raw-bytes'
import { outcomeOf, readSource, type FileStats, type SourceFile, type SourceOutcome } from './read-source'
import { faultOf, refused, refusedFor, sourceOf, understand, type Refused, type Understood } from './understand'

/** Stands between the path of a container and the name of a member. */
export const WITHIN = '!/'
/** Containers within containers: mail in a mailbox in an archive, and one more. Deeper ones are made to exhaust a reader. */
const DEEPEST = 4

/** An article of a container, not yet unpacked or understood. */
export interface Leaf {
  /** Path of the container, `!/`, its name there; more of these for containers within containers. */
  path: string
  /** Never throws for what is wrong with the member. */
  read(): Promise<Understood>
}

/** A file that holds several articles, open. */
export interface OpenContainer {
  stats: FileStats
  /** Its articles in an order that never changes. Throws `Unreadable` when nothing more can be read. */
  leaves(): AsyncGenerator<Leaf>
  close(): void
}

/** Opens a file as container; null when it is none, or anything else is the matter with it: then `readSource` tells. */
export async function openContainer(
  folder: string,
  file: SourceFile,
  chosen: ChosenEncodings = NONE_CHOSEN,
): Promise<OpenContainer | null> {
  let handle: number
  try {
    handle = openFile(pathToOpen(folder, file))
  } catch {
    return null
  }
  let opened: OpenContainer | null = null
  try {
    const stats = fstatSync(handle)
    const source = fileBytes(handle, stats.size)
    const reader = stats.isFile() && stats.size > 0 ? await chooseContainer(source, file.path) : null
    if (reader)
      opened = {
        stats: { size: stats.size, modified: stats.mtimeMs, inode: stats.ino },
        leaves: () => leavesOf({ reader, source, chosen }, file.path, 1),
        close: () => closeSync(handle),
      }
  } catch (error) {
    // What the disk cannot read is told by the one who reads it whole.
    outcomeOf(error)
  } finally {
    if (!opened) closeSync(handle)
  }
  return opened
}

interface Held {
  reader: ContainerReader
  source: ByteSource
  chosen: ChosenEncodings
}

async function* leavesOf({ reader, source, chosen }: Held, path: string, depth: number): AsyncGenerator<Leaf> {
  for (const member of reader.members(source, path)) {
    const leaf = { member, path: `${path}${WITHIN}${member.name}`, format: reader.name }
    const inner = await innerContainer(leaf, depth)
    if (inner) yield* innerLeaves({ ...inner, chosen }, leaf.path, depth + 1)
    else yield { path: leaf.path, read: () => readLeaf(leaf, chosen) }
  }
}

interface PlacedMember {
  member: Member
  path: string
  format: string
}

/** Names that may be containers: only these members are unpacked to see. */
const MAY_HOLD = /\.(?:zip|eml|mbox|mbx|csv|tsv|jsonl?|ndjson|xml|rss|atom|warc|gz)$|(?:^|\/)[^./]+$/i

async function innerContainer(
  { member, path }: PlacedMember,
  depth: number,
): Promise<{ reader: ContainerReader; source: ByteSource } | null> {
  if (member.single || depth >= DEEPEST || !MAY_HOLD.test(member.name)) return null
  try {
    const content = member.read()
    if (!('bytes' in content)) return null
    const source = bytesOf(content.bytes)
    const reader = await chooseContainer(source, path)
    return reader && { reader, source }
  } catch (error) {
    // Told where the member is read.
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** Leaves of a container within a container: what is wrong with it is the end state of one leaf, not of the whole. */
async function* innerLeaves(held: Held, path: string, depth: number): AsyncGenerator<Leaf> {
  let some = false
  try {
    for await (const leaf of leavesOf(held, path, depth)) {
      some = true
      yield leaf
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield refusedLeaf(path, refusedFor(error))
    return
  }
  if (!some) yield refusedLeaf(path, refused('skipped', 'no-articles'))
}

const refusedLeaf = (path: string, outcome: Refused): Leaf => ({ path, read: () => Promise.resolve(outcome) })

async function readLeaf({ member, path, format }: PlacedMember, chosen: ChosenEncodings): Promise<Understood> {
  try {
    const content = member.read()
    const about = { path, modified: member.modified, cut: false, changed: false }
    if ('result' in content) return sourceOf({ ...about, hash: content.hash, chosen: null }, content.result, format)
    const sha256 = hash('sha256', content.bytes)
    return await understand({ ...about, ...content, hash: sha256, chosen: chosen.get(sha256) ?? null })
  } catch (error) {
    return error instanceof Unreadable ? refusedFor(error) : faultOf(error)
  }
}

/** Every article of a file: the file itself, or the members of a container; with what became of each. */
export async function* readSources(
  folder: string,
  file: SourceFile,
): AsyncGenerator<{ path: string; outcome: SourceOutcome }> {
  const container = await openContainer(folder, file)
  if (!container) {
    yield { path: file.path, outcome: await readSource(folder, file) }
    return
  }
  try {
    for await (const leaf of container.leaves())
      yield { path: leaf.path, outcome: { ...(await leaf.read()), stats: null } }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { path: file.path, outcome: { ...refusedFor(error), stats: container.stats } }
  } finally {
    container.close()
  }
}

/** Reads the article at a path: a file, or the member of a container ("a.zip!/b.txt"). "vanished" where there is neither. */
export async function readSourceAt(
  folder: string,
  file: SourceFile,
  chosen: ChosenEncodings = NONE_CHOSEN,
): Promise<SourceOutcome> {
  const outcome = await readSource(folder, file, chosen)
  if (outcome.state !== 'vanished') return outcome
  for (let at = file.path.indexOf(WITHIN); at > 0; at = file.path.indexOf(WITHIN, at + 1)) {
    const container = await openContainer(folder, { path: file.path.slice(0, at), pathBytes: null }, chosen)
    if (!container) continue
    try {
      for await (const leaf of container.leaves())
        if (leaf.path === file.path) return { ...(await leaf.read()), stats: null }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
    } finally {
      container.close()
    }
  }
  return outcome
}
