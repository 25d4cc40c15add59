import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { Page } from '@playwright/test'
import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { found, openFound, search, textOf } from './steps'
import { expect, launch, makeFolder, removeFolder, test, type Workbench } from './workbench'

let workbench: Workbench
let folder: string

async function pdf(...pages: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (const words of pages) document.addPage().drawText(words, { x: 60, y: 700, size: 12, font })
  return document.save()
}

const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status' })
const docx = (words: string) => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(words)] }] }))
const mail = (subject: string, body: string) =>
  `From: Ann Lee <ann@example.org>\nSubject: ${subject}\nMessage-ID: <${subject}@example.org>\n\n${body}\n`

test.beforeAll(async () => {
  folder = await makeFolder()
  const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
  await put('report.pdf', await pdf('Lighthouse keepers met on the first page', 'and parted on the second.'))
  await put('letter.docx', await docx('Lighthouse oil is dear this year.'))
  await put('wire.rtf', String.raw`{\rtf1\ansi\ansicpg1251 Lighthouse: \'cc\'ee\'f1\'ea\'e2\'e0\par}`)
  await put('box.mbox', `From a@b Wed Oct 17 09:12:00 2018\n${mail('Lighthouse talks', 'They went on until noon.')}`)
  await put('table.csv', 'title,text\nLamps,"Lighthouse lamps were lit along the coast, as they are each year."\n')
  await put('all.zip', zipSync({ 'feeds/feed.xml': strToU8('<rss><channel><title>Desk</title><item><title>Lighthouse sold at last</title></item></channel></rss>') })) // prettier-ignore
  await put('scan.pdf', await pdf())
  workbench = await launch({ folder, data: await makeFolder() })
  await expect(workbench.page.getByRole('contentinfo', { name: 'Status' })).toContainText(
    /Analysis\s*6 of 6\s*1 file needs attention/,
    {
      timeout: 30_000,
    },
  )
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
  await removeFolder(folder)
})

test('documents, mail, tables, feeds and archives are read in the application as it ships', async () => {
  const { page } = workbench
  await search(page, 'lighthouse')
  await expect(found(page).getByRole('option')).toHaveCount(6)
  await search(page, 'parted')
  await expect(found(page).getByRole('option')).toHaveCount(1)
  await openFound(page, 0)
  await expect(textOf(page, 'A')).toContainText('Lighthouse keepers met on the first page')
  await expect(textOf(page, 'A')).toContainText('and parted on the second.')
  await search(page, 'Москва')
  await expect(found(page).getByRole('option')).toHaveCount(1)
  await openFound(page, 0)
  await expect(textOf(page, 'A')).toContainText('Lighthouse: Москва')
})

test('what is put into the folder while it is open is taken in by itself', async () => {
  const { page } = workbench
  await writeFile(join(folder, 'late.txt'), 'The foghorn was heard at last.')
  await expect(status(page)).toContainText(/Analysis\s*7 of 7/, { timeout: 30_000 })
  await search(page, 'foghorn')
  await expect(found(page).getByRole('option')).toHaveCount(1)
})
