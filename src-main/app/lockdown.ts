import { app, type WebContents } from 'electron'
import { isLocal } from './local-address'

/**
 * Denies every page, present and future, to navigate, open windows or embed web views; `refused` hears of each attempt that
 * would have left the machine.
 */
export function lockDownContents(refused: (url: string) => void): void {
  const tell = (url: string) => {
    if (!isLocal(url)) refused(url)
  }
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const refuse = (event: { preventDefault(): void }) => event.preventDefault()
    contents.on('will-navigate', refuse)
    // Fires for the main frame too, before will-navigate: counting here counts once.
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault()
      tell(event.url)
    })
    contents.on('will-redirect', refuse)
    contents.on('will-attach-webview', refuse)
    contents.setWindowOpenHandler(({ url }) => {
      tell(url)
      return { action: 'deny' }
    })
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
