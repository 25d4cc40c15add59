/** The release's fuses as electron-builder.yml asks for them. */
import { FuseV1Options } from '@electron/fuses'

/** electron-builder's names for Electron's fuses. */
const NAMES = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
}

/**
 * @param {string} yaml electron-builder.yml
 * @returns {{ name: string, option: number, on: boolean }[]}
 */
export function fuseWishes(yaml) {
  const [, block = ''] = /^electronFuses:\n((?: {2}\S.*\n)+)/m.exec(yaml) ?? []
  return [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, state]) => {
    if (NAMES[name] === undefined) throw new Error(`electron-builder.yml names a fuse nobody knows: ${name}`)
    return { name, option: NAMES[name], on: state === 'true' }
  })
}
