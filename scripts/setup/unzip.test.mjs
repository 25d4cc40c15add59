import { zipSync } from 'fflate'
import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzip } from './unzip.mjs'

const UNIX = 3
const mode = (bits) => ({ os: UNIX, attrs: bits * 0x10000 })
const bytes = (text) => new TextEncoder().encode(text)
const long = 'one line of the archive, again and again\n'.repeat(20_000)

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'unzip-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function archive(files, comment = '') {
  const path = join(folder, 'a.zip')
  const data = Buffer.from(zipSync(files))
  data.writeUInt16LE(Buffer.byteLength(comment), data.length - 2)
  writeFileSync(path, Buffer.concat([data, Buffer.from(comment)]))
  return path
}

describe('unzip', () => {
  it('gives back deflated, stored and empty files with their modes', async () => {
    const path = archive({
      'App/run': [bytes(long), mode(0o100755)],
      'App/stored': [bytes('stored'), { level: 0, ...mode(0o100644) }],
      'App/empty': [bytes(''), mode(0o100644)],
      'App/link': [bytes('run'), mode(0o120777)],
      'App/naïve/日本.txt': [bytes('名'), mode(0o100600)],
    })
    const out = join(folder, 'out')
    const steps = []
    await unzip(path, out, { rename: (name) => name, onProgress: (done, total) => steps.push([done, total]) })
    expect(readFileSync(join(out, 'App/run'), 'utf8')).toBe(long)
    expect(statSync(join(out, 'App/run')).mode & 0o777).toBe(0o755)
    expect(readFileSync(join(out, 'App/stored'), 'utf8')).toBe('stored')
    expect(statSync(join(out, 'App/empty')).size).toBe(0)
    expect(readlinkSync(join(out, 'App/link'))).toBe('run')
    expect(readFileSync(join(out, 'App/naïve/日本.txt'), 'utf8')).toBe('名')
    expect(steps.at(-1)[0]).toBe(steps.at(-1)[1])
  })

  it('finds the end record behind a comment', async () => {
    const path = archive({ a: [bytes('x'), mode(0o100644)] }, 'a comment that ends the file')
    await unzip(path, folder, { rename: (name) => name })
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('x')
  })

  it('leaves out and renames as told', async () => {
    const path = archive({ 'A/keep': bytes('1'), 'A/skip': bytes('2') })
    await unzip(path, folder, { rename: (name) => (name.endsWith('skip') ? null : 'kept') })
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('1')
    expect(existsSync(join(folder, 'A'))).toBe(false)
  })

  it('refuses a path outside the folder', async () => {
    const path = archive({ '../escaped': bytes('x') })
    await expect(unzip(path, join(folder, 'in'), { rename: (name) => name })).rejects.toThrow(/outside its folder/)
    expect(existsSync(join(folder, 'escaped'))).toBe(false)
  })

  it('refuses a link that leads outside', async () => {
    const path = archive({ link: [bytes('../../etc'), mode(0o120777)] })
    await expect(unzip(path, join(folder, 'in'), { rename: (name) => name })).rejects.toThrow(/outside its folder/)
  })

  it('says when a file is no zip or is cut off', async () => {
    const path = join(folder, 'b.zip')
    writeFileSync(path, 'not a zip')
    await expect(unzip(path, folder, { rename: (name) => name })).rejects.toThrow(/not a zip/)
    const whole = readFileSync(archive({ a: [bytes(long), mode(0o100644)] }))
    const damaged = Buffer.from(whole)
    damaged.fill(0, 60, 90)
    writeFileSync(path, damaged)
    await expect(unzip(path, folder, { rename: (name) => name })).rejects.toThrow()
  })
})
