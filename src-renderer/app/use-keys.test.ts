// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { withFake } from '@/bridge/fake/with-fake.fixture'
import { type Command, useCommands } from '@/features/commands/commands-store'
import { useAllCommands } from './use-commands'
import { combination, useKeys } from './use-keys'

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

describe('combination', () => {
  it.each([
    [{ key: 'm', code: 'KeyM' }, 'M'],
    [{ key: 'M', code: 'KeyM', shiftKey: true }, 'Shift+M'],
    [{ key: 'C', code: 'KeyC', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+C'],
    [{ key: 'F3', code: 'F3', shiftKey: true }, 'Shift+F3'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: '=', code: 'Equal', altKey: true }, 'Alt+Plus'],
    [{ key: 'ь', code: 'KeyM' }, 'M'],
    [{ key: 'ا', code: 'KeyH' }, 'H'],
    [{ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
  ])('%o is %s', (init, keys) => expect(combination(press(init))).toBe(keys))
})

describe('keys', () => {
  function withCommands(...commands: Command[]) {
    const { pinia } = withFake()
    const Page = defineComponent({
      setup() {
        useKeys()
        return () => h('div', [h('input', { id: 'box' }), h('p', { tabindex: 0 })])
      },
    })
    const wrapper = mount(Page, { attachTo: document.body, global: { plugins: [pinia] } })
    useCommands().register(commands)
    return wrapper
  }
  const command = (keys: string, run: () => unknown, more: Partial<Command> = {}): Command => ({
    id: keys,
    group: 'Read',
    title: keys,
    keys: [keys],
    run,
    ...more,
  })

  it('rest while text is typed, unless they are with Ctrl', () => {
    const [letter, control] = [vi.fn(), vi.fn()]
    const wrapper = withCommands(command('M', letter), command('Ctrl+K', control))
    const box = wrapper.get('input').element
    box.dispatchEvent(press({ key: 'm', code: 'KeyM' }))
    box.dispatchEvent(press({ key: 'k', code: 'KeyK', ctrlKey: true }))
    expect([letter.mock.calls.length, control.mock.calls.length]).toEqual([0, 1])
    wrapper.get('p').element.dispatchEvent(press({ key: 'm', code: 'KeyM' }))
    expect(letter).toHaveBeenCalledOnce()
    wrapper.unmount()
  })

  it('do nothing where the action makes no sense, and leave the key to the page', () => {
    const run = vi.fn()
    const wrapper = withCommands(command('H', run, { when: () => false }))
    const event = press({ key: 'h', code: 'KeyH' })
    wrapper.get('p').element.dispatchEvent(event)
    expect([run.mock.calls.length, event.defaultPrevented]).toEqual([0, false])
    wrapper.unmount()
  })

  it('belong to one action each, and every action has a name of its own', () => {
    withFake()
    useAllCommands()
    const { commands } = useCommands()
    const keys = commands.flatMap((one) => one.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
    expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length)
  })
})
