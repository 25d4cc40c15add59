import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../sql/temporary-folder.fixture'

describe('refuseNetwork', () => {
  it('closes every way out of the process: each attempt throws', async () => {
    const out = temporaryFolder()
    const entry = fileURLToPath(new URL('./no-network.ts', import.meta.url))
    await build({
      configFile: false,
      logLevel: 'silent',
      build: { ssr: entry, outDir: out, rollupOptions: { output: { entryFileNames: 'no-network.mjs' } } },
    })
    // In a process of its own: there is no way back.
    const script = `
      import { refuseNetwork } from ${JSON.stringify(join(out, 'no-network.mjs'))}
      const told = []
      refuseNetwork((what) => told.push(what))
      const ways = {
        net: async () => (await import('node:net')).connect(9, '127.0.0.1'),
        http: async () => (await import('node:http')).get('http://127.0.0.1:9/'),
        fetch: async () => fetch('http://127.0.0.1:9/'),
        dns: async () => (await import('node:dns')).lookup('example.org', () => {}),
        resolve: async () => (await import('node:dns')).promises.resolve('example.org'),
        udp: async () => (await import('node:dgram')).createSocket('udp4'),
        listen: async () => (await import('node:http')).createServer().listen(0),
      }
      process.on('uncaughtException', () => undefined)
      for (const [name, attempt] of Object.entries(ways)) {
        const before = told.length
        const refused = await attempt().then(() => told.length > before, () => true)
        await new Promise((done) => setImmediate(() => setImmediate(done)))
        console.log(name, refused || told.length > before)
      }`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(stdout.trim().split('\n')).toEqual(
      ['net', 'http', 'fetch', 'dns', 'resolve', 'udp', 'listen'].map((name) => `${name} true`),
    )
  })
})
