import { listZip, readZipEntry } from '../zip/zip-archive'
import type { ContainerReader } from './container'
import { uniqueNames } from './unique-names'

const MOST_ENTRIES = 1_000_000
/** The largest member that is unpacked. */
const MOST_BYTES = 200_000_000

/** ZIP archives of files. What file systems leave behind (names with a dot in front, Apple's resource forks) is passed over. */
export const zipContainer: ContainerReader = {
  name: 'zip',
  *members(source) {
    const unique = uniqueNames()
    for (const entry of listZip(source, MOST_ENTRIES)) {
      if (/(?:^|\/)(?:\.|__MACOSX\/)/.test(entry.name)) continue
      yield {
        name: unique(entry.name),
        modified: entry.modified,
        read: () => ({ bytes: readZipEntry(source, entry, MOST_BYTES) }),
      }
    }
  },
}
