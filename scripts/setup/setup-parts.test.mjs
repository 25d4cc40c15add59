import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataFolder } from './data-folder.mjs'
import { isAtLeast, lockfileIsInstalled } from './dependencies.mjs'
import { cacheFolder, inProject } from './places.mjs'
import { distributionPath } from './registry-electron.mjs'
import { npmComplaint } from './run-command.mjs'
import { namespacesAllowed } from './sandbox.mjs'
import { sqliteDefines } from './sqlite-binding.mjs'

describe('isAtLeast', () => {
  it('compares major and minor as numbers', () => {
    expect(isAtLeast('22.14.0', [22, 14])).toBe(true)
    expect(isAtLeast('22.9.0', [22, 14])).toBe(false)
    expect(isAtLeast('24.0.0', [22, 14])).toBe(true)
    expect(isAtLeast('9.11.2', [18, 0])).toBe(false)
  })
})

describe('lockfileIsInstalled', () => {
  const lockfile = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  }
  it('wants every package in its version', () => {
    const both = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }
    expect(lockfileIsInstalled(lockfile, { packages: both })).toBe(true)
    expect(lockfileIsInstalled(lockfile, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    expect(lockfileIsInstalled(lockfile, { packages: {} })).toBe(false)
  })
  it('allows optional packages of other platforms to be absent, but not to be old', () => {
    expect(lockfileIsInstalled(lockfile, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
    const old = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } }
    expect(lockfileIsInstalled(lockfile, { packages: old })).toBe(false)
  })
})

describe('distributionPath', () => {
  it('keeps the distribution and leaves the other program out', () => {
    expect(distributionPath('Cypress/Cypress')).toBe('electron')
    expect(distributionPath('Cypress/locales/de.pak')).toBe('locales/de.pak')
    expect(distributionPath('Cypress/resources/app/package.json')).toBeNull()
    expect(distributionPath('Cypress/browser_v8_context_snapshot.bin')).toBeNull()
    expect(distributionPath('Cypress/v8_context_snapshot.bin')).toBe('v8_context_snapshot.bin')
    expect(distributionPath('elsewhere/file')).toBeNull()
  })
})

describe('sqliteDefines', () => {
  it('reads every define of the shipped file', () => {
    const gypi = readFileSync(inProject('node_modules', 'better-sqlite3', 'deps', 'defines.gypi'), 'utf8')
    const defines = sqliteDefines(gypi)
    expect(defines).toContain('SQLITE_ENABLE_FTS5')
    expect(defines).toContain('SQLITE_DEFAULT_CACHE_SIZE=-16000')
    expect(defines).toHaveLength(gypi.match(/^ {4}'/gm).length)
  })
})

describe('places', () => {
  it('follow the XDG folders and DATELINE_DATA', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe('/caches/dateline')
    expect(dataFolder({ DATELINE_DATA: '/data' })).toBe('/data')
    if (process.platform === 'linux') expect(dataFolder({ XDG_CONFIG_HOME: '/config' })).toBe('/config/Dateline')
  })
})

describe('npmComplaint', () => {
  it('gives the line that says what happened', () => {
    const stderr = [
      'npm error code ECONNREFUSED',
      'npm error errno ECONNREFUSED',
      'npm error FetchError: request to http://127.0.0.1:9/x failed, reason: connect ECONNREFUSED 127.0.0.1:9',
      'npm error A complete log of this run can be found in: /somewhere.log',
    ].join('\n')
    expect(npmComplaint({ stdout: '', stderr })).toMatch(/^FetchError: request to/)
    expect(npmComplaint({ stdout: '', stderr: 'killed' })).toBe('killed')
  })
})

describe('namespacesAllowed', () => {
  const kernel = (settings) => (path) => settings[path.split('/').at(-1)] ?? null
  it('sees each of the three ways a system forbids them', () => {
    expect(namespacesAllowed(kernel({}))).toBe(true)
    expect(namespacesAllowed(kernel({ max_user_namespaces: '96365', unprivileged_userns_clone: '1' }))).toBe(true)
    expect(namespacesAllowed(kernel({ apparmor_restrict_unprivileged_userns: '1' }))).toBe(false)
    expect(namespacesAllowed(kernel({ unprivileged_userns_clone: '0' }))).toBe(false)
    expect(namespacesAllowed(kernel({ max_user_namespaces: '0' }))).toBe(false)
  })
})
