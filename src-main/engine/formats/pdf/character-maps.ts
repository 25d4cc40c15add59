import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the library keeps its maps and where the build puts them, in or above the folder of this script. */
const PLACES = ['cmaps', join('out', 'cmaps'), join('node_modules', 'pdfjs-dist', 'cmaps')]

/** Gives pdf.js the maps of characters that a PDF only names ("UniGB-UCS2-H"), from the program's own files. */
export class CharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const folder = mapsFolder()
    // The name comes from the file that is read.
    if (folder === null || !/^[\w-]{1,60}$/.test(name)) throw new Error(`There is no map of characters "${name}".`)
    return { cMapData: new Uint8Array(await readFile(join(folder, `${name}.bcmap`))), isCompressed: true }
  }
}

let known: string | null | undefined

function mapsFolder(): string | null {
  known ??= above(dirname(fileURLToPath(import.meta.url)))
  return known
}

function above(folder: string): string | null {
  const found = PLACES.map((place) => join(folder, place)).find((place) =>
    existsSync(join(place, 'UniGB-UCS2-H.bcmap')),
  )
  const parent = dirname(folder)
  return found ?? (parent === folder ? null : above(parent))
}
