import { useAppearance } from '@/features/appearance/appearance-store'
import { type Command, useCommands } from '@/features/commands/commands-store'
import { useReport } from '@/features/diagnostics/report-store'
import { useLayout } from '@/features/layout/layout-store'
import { useWorkspace } from '@/features/workspace/workspace-store'

/** The folder, its reading, and the look of the window. */
export function windowCommands(): Command[] {
  const workspace = useWorkspace()
  const layout = useLayout()
  const appearance = useAppearance()
  const commands = useCommands()
  const report = useReport()
  const when = () => workspace.info !== null
  const running = () => workspace.working && workspace.status.phase !== 'paused'
  const paused = () => workspace.status.phase === 'paused'

  const contrast = () => appearance.setMoreContrast(!appearance.moreContrast)
  const sheet = () => (commands.sheetOpen = true)
  return [
    { id: 'open', group: 'Workspace', title: 'Open folder…', keys: ['Ctrl+O'], run: workspace.choose },
    { id: 'sample', group: 'Workspace', title: 'Open the sample corpus', run: workspace.openSample },
    { id: 'rescan', group: 'Workspace', title: 'Read the folder again', keys: ['F5'], when, run: workspace.rescan },
    { id: 'pause', group: 'Workspace', title: 'Pause reading', when: running, run: workspace.pause },
    { id: 'resume', group: 'Workspace', title: 'Resume reading', when: paused, run: workspace.resume },
    { id: 'close', group: 'Workspace', title: 'Close workspace', when, run: workspace.close },

    { id: 'inspector', group: 'Window', title: 'Inspector', keys: ['Ctrl+I'], when, run: layout.toggleInspector },
    {
      id: 'theme',
      group: 'Window',
      title: 'Light, dark or as the system',
      keys: ['Ctrl+Shift+L'],
      run: appearance.cycleTheme,
    },
    { id: 'contrast', group: 'Window', title: 'High contrast on or off', run: contrast },
    { id: 'report', group: 'Window', title: 'Diagnostic report…', run: report.show },
    { id: 'sheet', group: 'Window', title: 'Keyboard shortcuts', keys: ['?', 'F1'], run: sheet },
  ]
}
