import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { readGazetteer } from './read-gazetteer'

function listOf(name: string, text: string | Uint8Array) {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, text)
  return () => readGazetteer(file)
}

describe('a list of names', () => {
  const SCO = {
    name: 'Shanghai Cooperation Organization',
    type: 'organization',
    aliases: ['SCO', 'the Shanghai group'],
  }

  it.each([
    ['names.csv', 'name,type,aliases\n"Shanghai Cooperation Organization",ORG,SCO; the Shanghai group\n'],
    ['turned.csv', '\ufefftype;aliases;name\norganisation;SCO|the Shanghai group;Shanghai Cooperation Organization\n'],
    ['names.tsv', 'Shanghai Cooperation Organization\torganization\tSCO;the Shanghai group\n'],
    [
      'names.json',
      '[{"name":"Shanghai Cooperation Organization","type":"org","aliases":["SCO","the Shanghai group"]}]',
    ],
  ])('is read from %s', (name, text) => {
    expect(listOf(name, text)()).toEqual({ title: name, entries: [SCO], problems: [] })
  })

  it('says which lines cannot be used, and uses the others', () => {
    const read = listOf('mixed.csv', 'name,type\nOskar Lind,person\n,place\nKorvo,ship\n')()
    expect(read.entries.map(({ name }) => name)).toEqual(['Oskar Lind'])
    expect(read.problems).toEqual([
      'Line 3 has no name.',
      'Line 4: “ship” is none of person, organization, place, event, group, work, other.',
    ])
  })

  it.each([
    ['nothing', 'empty.csv', ''],
    ['no whole JSON', 'half.json', '[{"name":'],
    ['no array', 'object.json', '{"name":"A","type":"person"}'],
    ['other bytes', 'bytes.csv', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
  ])('is refused with a sentence when there is %s in it', (_, name, text) => {
    expect(listOf(name, text)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  })

  it('is refused when it is not there', () => {
    expect(() => readGazetteer(join(temporaryFolder(), 'gone.csv'))).toThrow(/not there/)
  })
})
