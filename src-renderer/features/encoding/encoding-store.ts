import { useBridge } from '@/bridge/bridge'
import type { Draft } from '@contract/decisions'
import type { Output } from '@contract/channels'
import { toFault } from '@contract/errors'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useCorrections } from '@/features/corrections/corrections-store'

type Encoding = Extract<Draft, { kind: 'encoding' }>['encoding']

/** The encoding one article is read in, while another is being chosen: how its first lines would read. */
export const useEncoding = defineStore('encoding', () => {
  const bridge = useBridge()
  const corrections = useCorrections()
  const articleId = ref<string | null>(null)
  const wanted = ref<Encoding>(null)
  const detected = shallowRef<Output<'article.readAs'> | null>(null)
  const sample = shallowRef<Output<'article.readAs'> | null>(null)
  const problem = ref<string | null>(null)
  let asked = 0

  /** Reads the file in an encoding (null for the one detected) to show it; an answer that a newer question overtook is left. */
  async function look(encoding: Encoding): Promise<void> {
    const id = articleId.value
    if (id === null) return
    wanted.value = encoding
    asked += 1
    const mine = asked
    try {
      const read = await bridge.call('article.readAs', { id, encoding })
      if (mine !== asked) return
      sample.value = read
      if (encoding === null) detected.value = read
      problem.value = null
    } catch (error) {
      if (mine !== asked) return
      sample.value = null
      problem.value = toFault(error).message
    }
  }

  async function show(id: string): Promise<void> {
    articleId.value = id
    detected.value = null
    sample.value = null
    await look(null)
  }

  const close = () => (articleId.value = null)

  /** Has the file read in the encoding that is shown; it can be taken back like every correction. */
  async function choose(): Promise<void> {
    if (articleId.value === null) return
    const draft = { kind: 'encoding', articleId: articleId.value, encoding: wanted.value } as const
    if (await corrections.make(draft)) close()
  }

  return { articleId, wanted, detected, sample, problem, look, show, close, choose }
})
