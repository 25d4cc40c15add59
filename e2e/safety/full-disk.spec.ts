import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { acknowledged, allRead, noteText, noteTitle, search } from '../steps'
import { expect, launch, test } from '../workbench'

/** Why this account cannot have a disk of a chosen size; null when it can. */
const whyNot =
  process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
    ? null
    : 'this account may not mount a disk'

/** Fills the disk a folder is on to the last byte; returns what makes room again. */
function fill(folder: string): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  for (let size = 1024 * 1024; size >= 1;) {
    try {
      if (writeSync(file, Buffer.alloc(size)) < size) size >>= 1
    } catch {
      size >>= 1
    }
  }
  closeSync(file)
  return () => rmSync(path)
}

test('F8, F27 the disk full, then read-only, while words are typed: the window says so, keeps them, and saves them by itself later', async ({
  data,
}) => {
  test.skip(whyNot !== null, whyNot ?? '')
  const disk = join(data, 'disk')
  const folder = join(data, 'sources')
  for (const one of [disk, folder]) mkdirSync(one)
  writeFileSync(join(folder, 'canary.txt'), 'MARENZA, March 12 (LPS) - The kanarienvogel sings in the harbour.')
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'none', disk])
  try {
    const { app, page } = await launch({ folder, data: disk })
    await allRead(page)
    await page.getByRole('button', { name: 'Notes', exact: true }).click()
    await page.getByRole('button', { name: 'New note' }).click()
    await noteTitle(page).fill('On a full disk')
    await noteText(page).focus()
    await page.keyboard.type('Acknowledged. ')
    await acknowledged(page)

    const [id = ''] = readdirSync(join(disk, 'workspaces'))
    const workspace = join(disk, 'workspaces', id)
    rmSync(join(workspace, 'reserve'), { force: true })
    const makeRoom = fill(disk)
    const alert = page.getByRole('alert').filter({ hasText: 'Not saved' })
    await page.keyboard.type('x'.repeat(400))
    await expect(alert).toContainText(/disk is full/)
    await expect(noteText(page)).toContainText(`Acknowledged. ${'x'.repeat(400)}`)
    await expect(alert.getByRole('button', { name: 'Copy the text' })).toBeVisible()
    await search(page, 'kanarienvogel')
    makeRoom()
    await acknowledged(page)
    await expect(alert).toBeHidden()

    const journal = join(workspace, 'journal')
    execFileSync('mount', ['--bind', journal, journal])
    execFileSync('mount', ['-o', 'remount,bind,ro', journal])
    await noteText(page).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' And read-only.')
    await expect(alert).toContainText(/may not write/)
    await expect(noteText(page)).toContainText('And read-only.')
    execFileSync('umount', [journal])
    await alert.getByRole('button', { name: 'Try again' }).click()
    await acknowledged(page)
    await app.close()

    const again = await launch({ folder, data: disk })
    await expect(noteText(again.page)).toContainText('And read-only.')
    await again.app.close()
    expect(existsSync(join(workspace, 'damaged')) && readdirSync(join(workspace, 'damaged'))).toEqual(false)
  } finally {
    execFileSync('umount', ['-R', '-l', disk])
  }
})
