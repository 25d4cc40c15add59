import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { acknowledged, allRead, noteText, noteTitle, openFound, search } from '../steps'
import { expect, launch, test } from '../workbench'

const SECRETS = ['geheimquelle', 'kanarienvogel', 'vertraulich', 'Ilan Darvan']

/** Files below a folder that hold one of the secrets, in either of the encodings Chromium writes. */
function traces(folder: string, except: (path: string) => boolean = () => false): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    if (except(name) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return false
    const bytes = readFileSync(path)
    return SECRETS.some((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')))
  })
}

test('a private session leaves nothing outside of its workspace, and its exports name no place of this machine', async ({
  data,
}) => {
  const folder = join(data, 'geheimquelle')
  const [profile, temporary, outside] = ['profile', 'temporary', 'outside'].map((name) => join(data, name)) as [string, string, string] // prettier-ignore
  for (const one of [folder, temporary, outside]) mkdirSync(one)
  writeFileSync(join(folder, 'report.txt'), 'MARENZA, March 12 (LPS) - The kanarienvogel sings, said Ilan Darvan.')
  const { app, page } = await launch({ folder, data: profile, args: ['--private'], env: { TMPDIR: temporary } })
  await allRead(page)
  await search(page, 'kanarienvogel')
  await openFound(page, 0)
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await page.getByRole('button', { name: 'New note' }).click()
  await noteTitle(page).fill('vertraulich')
  await noteText(page).focus()
  await page.keyboard.type('Only here: vertraulich.')
  await page.keyboard.press('Control+s')
  await acknowledged(page)
  const written = await page.evaluate(async (to) => {
    type Call = (input: unknown) => Promise<{ value?: { id: string; out: string | null } }>
    const { briefing } = Reflect.get(globalThis, 'dateline') as { briefing: Record<'save' | 'export', Call> }
    const sentence = { id: 'sentence-1', type: 'assumption', text: 'The harbour stays open.', citations: [] }
    const sections = [{ id: 'section-1', heading: 'One', sentences: [sentence] }]
    const saved = await briefing.save({ id: null, expectedRevision: 0, title: 'Harbour', marking: '', author: '', sections })
    const answers = await Promise.all(
      ['pdf', 'docx', 'html', 'json', 'md'].map((format) =>
        briefing.export({ id: saved.value?.id, format, out: `${to}/b.${format}` }),
      ),
    )
    return answers.map(({ value }) => value?.out ?? null)
  }, outside) // prettier-ignore
  expect(written.filter(Boolean)).toHaveLength(5)
  await app.close()

  expect(traces(profile, (name) => name.startsWith('workspaces'))).toEqual([])
  expect(traces(temporary)).toEqual([])
  expect(readdirSync(temporary).filter((name) => name.startsWith('dateline'))).toEqual([])
  expect(readdirSync(profile)).toEqual(expect.arrayContaining(['.metadata_never_index', '.trackerignore']))
  expect(statSync(profile).mode & 0o077).toBe(0)
  // The test can see: the workspace itself holds what was written.
  expect(traces(profile).some((name) => name.startsWith('workspaces'))).toBe(true)
  for (const name of readdirSync(outside)) {
    const bytes = readFileSync(join(outside, name))
    for (const place of [folder, profile, temporary]) expect([name, bytes.includes(place)]).toEqual([name, false])
  }
})
