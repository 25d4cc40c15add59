import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { toFault } from '../contract/errors'
import { print } from './print'

const JobSchema = z.object({
  /** Path of the HTML file. */
  html: z.string(),
  out: z.string(),
  paper: z.enum(['A4', 'Letter']),
  headerTemplate: z.string(),
  footerTemplate: z.string(),
  /** Where the outcome is written as JSON: `{ok: true, pages}` or `{ok: false, message}`. */
  result: z.string(),
})

/** Prints the job described by a JSON file (the command line's way to a PDF). Returns the process's exit code. */
export async function runPrintJob(jobFile: string): Promise<number> {
  let job: z.infer<typeof JobSchema>
  try {
    job = JobSchema.parse(JSON.parse(await readFile(jobFile, 'utf8')))
  } catch (error) {
    process.stderr.write(`The print job ${jobFile} cannot be read: ${String(error)}\n`)
    return 2
  }
  try {
    const { pages } = await print({ ...job, html: await readFile(job.html, 'utf8') })
    await writeFile(job.result, JSON.stringify({ ok: true, pages }))
    return 0
  } catch (error) {
    await writeFile(job.result, JSON.stringify({ ok: false, message: toFault(error).message }))
    return 1
  }
}
