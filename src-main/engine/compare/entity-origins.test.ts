import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listEntities } from '../../sql/index/entity'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'
import { entityOrigins } from './entity-origins'

const STORY = `MARENZA, March 12 (LPS) - Fire swept through a conveyor hall in the port of Marenza early on Tuesday, killing seven people and
injuring 23. "We lost seven colleagues this morning," Ilse Darvan told reporters at the harbour gate. Crews had it under control by noon.`
const OTHER =
  'LIRANE, April 2 (Norden) - Ilse Darvan opened a new berth on Monday. Wheat prices fell after the harvest in Tarvenia.'

it('counts copies and rewrites of one dispatch as one origin, and files of the same bytes as one article', async () => {
  const folder = temporaryFolder()
  const files = { 'a.txt': STORY, 'b.txt': STORY.replace('by noon', 'before noon'), 'c.txt': STORY, 'd.txt': OTHER }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
  await session.pipeline.run('all')
  const [darvan] = listEntities(session.index, { type: 'person', name: 'Darvan', limit: 1 })
  expect(darvan).toMatchObject({ name: 'Ilse Darvan', articles: 3 })
  expect(entityOrigins(session.index)(darvan?.id ?? '')).toBe(2)
  await session.close()
})
