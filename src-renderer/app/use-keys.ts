import { useEventListener } from '@vueuse/core'
import { type Command, useCommands } from '@/features/commands/commands-store'

const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]') !== null

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null

const NAMES: Record<string, string> = { '+': 'Plus', '=': 'Plus', '-': 'Minus', ' ': 'Space' }

/** The combination of a key event, written as commands write theirs: "Ctrl+Shift+C", "F3", "M". */
export function combination(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/u.exec(event.code)?.[1]
  // On a Cyrillic or Arabic keyboard a letter's place on the keyboard counts, so that every key works in every language.
  const foreign = letter !== undefined && event.key.length === 1 && !/[a-z]/iu.test(event.key)
  const key = foreign ? letter : (NAMES[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key))
  // The shift of "?" or "+" is part of the character; of letters and named keys it is a modifier.
  const shifted = event.shiftKey && (key.length > 1 ? key !== 'Plus' : /[\p{L}]/u.test(key))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shifted ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}

const worksWhileTyping = (command: Command, keys: string) => command.whileTyping ?? /^(Ctrl|Alt|F\d)/u.test(keys)

/** The keys that work everywhere; single letters act on the selection and rest while text is typed. */
export function useKeys(): void {
  const commands = useCommands()
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const keys = combination(event)
    const command = commands.byKeys.get(keys)
    if (!command || (command.when && !command.when())) return
    if (inText(event.target) && !worksWhileTyping(command, keys)) return
    if (inDialog(event.target) && !keys.startsWith('Ctrl')) return
    event.preventDefault()
    void command.run()
  })
}
