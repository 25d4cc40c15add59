import { app, type Session } from 'electron'
import { isLocal } from './local-address'

type Blocked = (url: string) => void

/** Switches that must be set before the application is ready. */
export function silenceSwitches(): void {
  // The only guard against DNS prefetch, which no request filter sees.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Closes every way out of a session: requests, proxies, spell-checker downloads, downloads, permissions, devices. */
export function silenceSession(session: Session, blocked: Blocked): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const local = isLocal(details.url)
    if (!local) blocked(details.url)
    decide({ cancel: !local })
  })
  // A proxy that does not answer: a request that slipped past the filter would still reach nobody.
  void session
    .setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:9' })
    .then(() => session.closeAllConnections())
  // Chromium would read the disk for whoever asks in this scheme.
  session.protocol.handle('file', () => Response.error())
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL('app://none/')
  session.on('will-download', (event) => event.preventDefault())
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setUSBProtectedClassesHandler(() => [])
}

/** After ready: no DNS over HTTPS, no resolver of Chromium's own. */
export function silenceResolver(): void {
  app.configureHostResolver({
    secureDnsMode: 'off',
    enableBuiltInResolver: false,
    enableAdditionalDnsQueryTypes: false,
  })
}
