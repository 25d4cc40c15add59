import { useBridge } from '@/bridge/bridge'
import type { FamilyPage, FamilyRow } from '@contract/compare'
import { type Fault, toFault } from '@contract/errors'
import { fold } from '@domain/text/normalise'
import type { Range } from '@domain/text/span'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useCompare } from '@/features/compare/compare-store'
import { useAskedOfFolder } from '@/features/compare/folder-ready-store'
import { useLayout } from '@/features/layout/layout-store'

/** Wire families: articles that are copies or rewrites of one dispatch, and the page of one of them. */
export const useFamilies = defineStore('families', () => {
  const bridge = useBridge()
  const layout = useLayout()
  const compare = useCompare()
  const all = shallowRef<readonly FamilyRow[]>([])
  const articles = ref(0)
  const words = ref('')
  const cursor = ref(0)
  const page = shallowRef<FamilyPage | null>(null)
  const pageFailure = shallowRef<Fault | null>(null)
  /** The article asked about that stands alone; null when none was. */
  const alone = ref(false)

  const found = computed(() => {
    const wanted = fold(words.value.trim())
    if (!wanted) return all.value
    return all.value.filter(({ members }) =>
      members.some(({ title, agency, path }) => fold(`${title ?? ''} ${agency ?? ''} ${path}`).includes(wanted)),
    )
  })
  const sizes = computed(() => {
    const byArticle = new Map<string, number>()
    for (const { members } of all.value) for (const { articleId } of members) byArticle.set(articleId, members.length)
    return byArticle
  })

  const { loading, failure, load } = useAskedOfFolder({
    view: 'families',
    ask: async () => {
      const list = await bridge.call('family.list')
      all.value = list.families
      articles.value = list.articles
    },
    forget: () => {
      all.value = []
      page.value = null
      pageFailure.value = null
    },
  })
  watch(words, () => (cursor.value = 0))

  /** Shows the family an article belongs to. */
  async function show(articleId: string): Promise<void> {
    layout.show('families')
    pageFailure.value = null
    alone.value = false
    try {
      page.value = await bridge.call('family.of', { id: articleId })
      alone.value = page.value === null
      const at = found.value.findIndex(({ id }) => id === page.value?.id)
      if (at >= 0) cursor.value = at
    } catch (error) {
      pageFailure.value = toFault(error)
    }
  }

  /** Opens a member beside the first telling, at two passages where they are given. */
  async function compareWithFirst(articleId: string, places: { a?: Range; b?: Range } = {}): Promise<void> {
    const first = page.value?.members[0]
    if (!first) return
    layout.show('library')
    if (first.articleId === articleId) await compare.openAlone(articleId, places.a ?? { start: 0, end: 1 })
    else await compare.open(first.articleId, articleId, places)
  }

  return {
    all,
    articles,
    found,
    words,
    cursor,
    loading,
    failure,
    page,
    pageFailure,
    alone,
    load,
    show,
    compareWithFirst,
    /** How many files carry the dispatch of an article; 0 where it stands alone. */
    sizeOf: (articleId: string) => sizes.value.get(articleId) ?? 0,
  }
})
