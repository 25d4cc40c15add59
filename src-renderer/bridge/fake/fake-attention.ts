import type { AttentionRow } from '@contract/workspace'

/** Files of the made folder that were read in part or not at all. */
export const FAKE_ATTENTION: AttentionRow[] = [
  {
    path: '2018/12/port_tables_2018.pdf',
    state: 'partial',
    reason: 'Pages 9 to 41 are pictures without text. Nine pages are searchable.',
    size: 812_345,
    articleId: null,
    encoding: null,
    encodingConfidence: null,
  },
  {
    path: '2019/02/archive_feb.zip',
    state: 'failed',
    reason: 'Would unpack to 900 GB; stopped at the 4 GB limit. Unpack it yourself if you trust it.',
    size: 3_100_000_000,
    articleId: null,
    encoding: null,
    encodingConfidence: null,
  },
]
