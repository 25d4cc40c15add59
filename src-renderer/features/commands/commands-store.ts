import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

export const COMMAND_GROUPS = ['Move', 'Search', 'Panes', 'Read', 'Compare', 'Write', 'Workspace', 'Window'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** An action with a name: in the palette, on the shortcut sheet, and under its keys. */
export interface Command {
  id: string
  group: CommandGroup
  title: string
  /** Key combinations as the keyboard handler reads them ("Ctrl+Shift+C", "M"); the first one is shown. */
  keys?: readonly string[]
  /** Whether the keys also work while text is typed; true for all with Ctrl, Alt or a function key unless said otherwise. */
  whileTyping?: boolean
  /** Whether it makes sense now; where it does not, it is left out of the palette and its keys do nothing. */
  when?: () => boolean
  run: () => unknown
}

const SHOWN: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  Plus: '+',
  Minus: '−',
}

/** "Ctrl+Shift+C" as drawn on a key cap: "Ctrl ⇧ C". */
export const keyLabel = (keys: string): string =>
  keys
    .split('+')
    .map((key) => SHOWN[key] ?? key)
    .join(' ')

/** Every action of the program, and whether the palette or the sheet is open. */
export const useCommands = defineStore('commands', () => {
  const commands = shallowRef<readonly Command[]>([])
  const paletteOpen = ref(false)
  const sheetOpen = ref(false)

  const byKeys = computed(
    () => new Map(commands.value.flatMap((command) => (command.keys ?? []).map((keys) => [keys, command]))),
  )

  function register(all: readonly Command[]): void {
    commands.value = all
  }

  return { commands, byKeys, paletteOpen, sheetOpen, register }
})
