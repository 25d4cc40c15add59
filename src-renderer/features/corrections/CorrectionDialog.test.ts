// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeBridge } from '@/bridge/fake/fake-bridge'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { useToasts } from '@/features/feedback/toast-store'
import { useArticles } from '@/features/reader/articles-store'
import { useUndo } from '@/features/undo/undo-store'
import CorrectionDialog from './CorrectionDialog.vue'
import CorrectionList from './CorrectionList.vue'
import { useCorrections } from './corrections-store'
import { claimAt, nameAt, passageOf } from './point-at'

describe('correcting', () => {
  let bridge: FakeBridge
  let pinia: Pinia
  let id: string
  beforeEach(async () => {
    ;({ bridge, pinia } = withFake())
    id = bridge.views[0]?.id ?? ''
    await useArticles().load(id)
  })
  const view = () => useArticles().viewOf(id) ?? expect.fail('the article is not loaded')
  const typesOf = (name: string) =>
    view()
      .extraction?.entities.filter((entity) => entity.name === name)
      .map(({ type }) => type)
  const darvan = () => nameAt(view(), view().text.indexOf('Ilse Darvan')) ?? expect.fail('no name there')

  it('shows what a correction changes, makes it, and takes it back by undo and makes it again by redo', async () => {
    const dialog = mount(CorrectionDialog, { global: { plugins: [pinia] }, attachTo: document.body })
    useCorrections().ask(darvan(), 'retype')
    await flushPromises()
    const kind = document.querySelector<HTMLSelectElement>('select[aria-label="Kind"]')
    expect(document.body.textContent).toContain('Say what is right')
    if (!kind) expect.fail('no choice of kinds')
    kind.value = 'organization'
    kind.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(document.querySelector('.preview')?.textContent).toMatch(/Changes \d+ mentions? in \d+ articles?/)
    expect(typesOf('Ilse Darvan')).toEqual(['person'])
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(typesOf('Ilse Darvan')).toEqual(['organization'])
    expect(useToasts().toasts.at(-1)?.action?.label).toBe('Undo')
    await useUndo().undo()
    await flushPromises()
    expect(typesOf('Ilse Darvan')).toEqual(['person'])
    await useUndo().redo()
    await flushPromises()
    expect(typesOf('Ilse Darvan')).toEqual(['organization'])
    dialog.unmount()
  })

  it('keeps the dialog and says why when it cannot be made', async () => {
    bridge.failNext('decision.make', 'disk_full', 'The disk is full.')
    useCorrections().ask(darvan())
    const made = await useCorrections().make({ kind: 'reject', target: darvan(), scope: 'corpus' })
    expect(made).toBe(false)
    expect(useCorrections().pointed).not.toBeNull()
    expect(useToasts().toasts.at(-1)?.message).toBe('The disk is full.')
  })

  it('lists corrections, takes one back and makes it again', async () => {
    const corrections = useCorrections()
    await corrections.make({ kind: 'reject', target: darvan(), scope: 'corpus' })
    const list = mount(CorrectionList, { global: { plugins: [pinia] }, attachTo: document.body })
    await corrections.showList()
    await flushPromises()
    const press = async (label: string) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === label)
      button?.click()
      await flushPromises()
    }
    await press('Take back')
    expect(typesOf('Ilse Darvan')).toEqual(['person'])
    await press('Make again')
    expect(typesOf('Ilse Darvan')).toEqual([])
    expect(corrections.rows).toMatchObject([{ holds: true }])
    list.unmount()
  })

  it('finds what stands at a place: a name, a figure, a quote, or words only', () => {
    const { text, extraction } = view()
    const figure = extraction?.figures[0]
    const quote = extraction?.attributions[0]?.content[0]
    expect(darvan()).toMatchObject({ kind: 'name', words: 'Ilse Darvan', entity: { type: 'person' } })
    expect(figure && claimAt(view(), figure.start)).toMatchObject({ kind: 'figure', words: figure?.text })
    expect(quote && claimAt(view(), quote.start)?.kind).toMatch(/quote|figure/)
    expect(passageOf(view(), { start: 0, end: 4 }).words).toBe(text.slice(0, 4))
  })
})
