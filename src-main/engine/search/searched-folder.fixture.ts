import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../../sql/temporary-folder.fixture'
import { Session } from '../session'
import { inlinePool } from '../workers/inline-pool.fixture'

/** A small folder in several scripts whose articles are told apart by what they have. */
export const SEARCHED_FILES: Record<string, string> = {
  'forum.txt':
    'CHELYABINSK, November 9, 2017 (KAZINFORM) - The governments of Kazakhstan and Russia signed 10 agreements during the forum of border regions. "We are glad that the border regions work together," President Vladimir Putin said. Trade turnover rose by 31 percent.',
  'gas.txt':
    'PARIS, March 3, 2018 (AFP) - Gas prices rose by 7 percent, the ministry said on Friday. Nursultan Nazarbaev visited the pipeline for gas. It cost $3.5 billion and employs 4,200 people.',
  'oil.txt':
    'ASTANA, February 1, 2018 (AFP) - Oil prices fell. Nursultan Nazarbayev said that the pipeline of the north would be built. Negotiations continue.',
  'ru.txt':
    'АСТАНА, 2 февраля 2018 (ТАСС) - Нурсултан Назарбаев встретился с президентом России. Владимир Путин прилетел в Астану.',
  'ar.txt': 'استقبل الرئيس نزارباييف الوفد في استانا. وقال بوتين إن المحادثات كانت مفيدة.',
  'zh.txt': '国家主席习近平在北京会见哈萨克斯坦总统。双方签署了协议。',
  'th.txt': 'นายกรัฐมนตรีไทยเดินทางไปกรุงอัสตานาเพื่อประชุม',
  'old.txt':
    'LONDON, May 4, 2011 (Reuters) - The Organisation met. Ivan Petrov denied it in a letter to press@forum.kz on gas.',
}

/** The folder, read and analysed in the test's own thread. */
export async function searchedFolder(files: Record<string, string> = SEARCHED_FILES): Promise<Session> {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const session = new Session(folder, { directory: temporaryFolder(), pool: inlinePool() })
  await session.pipeline.run('all')
  return session
}
