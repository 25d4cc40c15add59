import { useCommands } from '@/features/commands/commands-store'
import { comparingCommands } from './commands/comparing-commands'
import { correctingCommands } from './commands/correcting-commands'
import { moveCommands } from './commands/move-commands'
import { readingCommands } from './commands/reading-commands'
import { searchCommands } from './commands/search-commands'
import { windowCommands } from './commands/window-commands'
import { writingCommands } from './commands/writing-commands'

/** Makes every action of the program known to the palette, the shortcut sheet and the keyboard. */
export function useAllCommands(): void {
  useCommands().register([
    ...moveCommands(),
    ...searchCommands(),
    ...readingCommands(),
    ...comparingCommands(),
    ...correctingCommands(),
    ...writingCommands(),
    ...windowCommands(),
  ])
}
