import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeSbom } from '../sbom.mjs'
import { inProject } from '../setup/places.mjs'

const bill = await makeSbom()
const scopeOf = (name) => bill.components.find((one) => [one.group, one.name].filter(Boolean).join('/') === name)?.scope

describe('the bill of materials', () => {
  it('is CycloneDX and names every package of the lockfile with its hash, and the licence of everything shipped', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
    const locked = Object.keys(packages).filter((path) => path !== '')
    expect(bill.components.length).toBeGreaterThanOrEqual(
      new Set(locked.map((path) => path.split('node_modules/').pop())).size,
    )
    const npm = bill.components.filter(({ purl }) => purl?.startsWith('pkg:npm/'))
    expect(npm.filter(({ hashes }) => !hashes?.length).map(({ name }) => name)).toEqual([])
    const shipped = bill.components.filter(({ scope }) => scope === 'required')
    expect(shipped.filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual([])
  })
  it('tells what is shipped from what only builds and tests it', () => {
    for (const name of [
      'better-sqlite3',
      'electron',
      'vue',
      'zod',
      'prosemirror-model',
      '@fontsource/inter',
      'chromium',
      'sqlite',
    ])
      expect([name, scopeOf(name)]).toEqual([name, 'required'])
    for (const name of ['vitest', 'eslint', '@playwright/test', 'happy-dom', 'vite'])
      expect([name, scopeOf(name)]).toEqual([name, 'excluded'])
  })
})
