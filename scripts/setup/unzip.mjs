/**
 * A zip reader without dependencies: it runs before anything is installed, on machines that may have no `unzip`.
 * Deflated and stored entries, Unix modes and symbolic links; archives under 4 GB (no zip64).
 * Field layout: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw, inflateRawSync } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const TYPE_MASK = 0o170000
const TYPE_LINK = 0o120000

/**
 * @typedef {object} ZipEntry
 * @property {string} name with forward slashes; folders end in one
 * @property {number} method 0 stored, 8 deflated
 * @property {number} compressed bytes in the archive
 * @property {number} size bytes when unpacked
 * @property {number} mode Unix mode with type bits, 0 when the archive holds none
 * @property {number} offset of the local header
 */

/** @param {import('node:fs/promises').FileHandle} file @returns {Promise<ZipEntry[]>} in the archive's order */
export async function readZipEntries(file) {
  const { size } = await file.stat()
  const tail = await readAt(
    file,
    Math.max(0, size - END_LENGTH - LONGEST_COMMENT),
    Math.min(size, END_LENGTH + LONGEST_COMMENT),
  )
  let end = tail.length - END_LENGTH
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end--
  if (end < 0) throw new Error('not a zip file: it has no end record')
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff) throw new Error('a zip64 archive, which this reader does not know')
  const directory = await readAt(file, start, length)
  const entries = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('a damaged zip file: its directory is cut off')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * Unpacks an archive.
 * @param {string} archive
 * @param {string} folder made when missing
 * @param {{ rename: (name: string) => string | null, onProgress?: (done: number, total: number) => void }} options
 *   `rename` gives an entry's path inside `folder`, or null to leave it out; progress counts unpacked bytes
 */
export async function unzip(archive, folder, { rename, onProgress }) {
  const file = await open(archive)
  try {
    const wanted = (await readZipEntries(file))
      .map((entry) => ({ entry, target: rename(entry.name) }))
      .filter(({ target }) => target !== null && target !== '')
    const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0)
    let done = 0
    for (const { entry, target } of wanted) {
      const path = inside(folder, target)
      if (entry.name.endsWith('/')) await mkdir(path, { recursive: true })
      else await unpack(file, archive, entry, path)
      done += entry.size
      onProgress?.(done, total)
    }
  } finally {
    await file.close()
  }
}

async function unpack(file, archive, entry, path) {
  await mkdir(dirname(path), { recursive: true })
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if ((entry.mode & TYPE_MASK) === TYPE_LINK) {
    const packed = await readAt(file, start, entry.compressed)
    const target = (entry.method === 8 ? inflateRawSync(packed) : packed).toString('utf8')
    inside(dirname(path), target)
    await symlink(target, path)
    return
  }
  if (entry.method !== 0 && entry.method !== 8)
    throw new Error(`${entry.name} is packed by an unknown method (${entry.method})`)
  const output = createWriteStream(path)
  if (entry.compressed === 0) {
    await new Promise((resolve, reject) => output.on('error', reject).end(resolve))
  } else {
    const input = createReadStream(archive, { start, end: start + entry.compressed - 1, highWaterMark: 1 << 18 })
    await (entry.method === 0 ? pipeline(input, output) : pipeline(input, createInflateRaw(), output))
  }
  if (output.bytesWritten !== entry.size)
    throw new Error(`${entry.name} unpacked to ${output.bytesWritten} bytes instead of ${entry.size}`)
  if (entry.mode & 0o777) await chmod(path, entry.mode & 0o777)
}

/** @returns {string} the path of `name` inside `folder`; throws when it would lie outside */
function inside(folder, name) {
  const relative = normalize(name)
  if (isAbsolute(relative) || relative === '..' || relative.startsWith(`..${sep}`))
    throw new Error(`the archive names a path outside its folder: ${name}`)
  return join(folder, relative)
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
