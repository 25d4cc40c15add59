import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The application menu with standard roles; items of our own reach the page as the event `menu.command`. */
export function setMenu(command: (name: string) => void): void {
  const own = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => command(name),
  })
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: 'File',
        submenu: [
          own('Open Folder…', 'open-folder', 'CmdOrCtrl+O'),
          own('Close Workspace', 'close-workspace'),
          { type: 'separator' },
          own('Verify a Briefing…', 'verify-briefing'),
          { type: 'separator' },
          own('Export Casebook…', 'export-casebook'),
          own('Import into Casebook…', 'import-casebook'),
          { type: 'separator' },
          process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
      {
        label: 'Help',
        submenu: [
          own('Keyboard Shortcuts', 'shortcuts'),
          own('Diagnostic Report…', 'report'),
          own('About Dateline', 'about'),
        ],
      },
    ]),
  )
}
