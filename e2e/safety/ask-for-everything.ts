/** Runs in the page: asks for every permission and device a page can ask for, and says which of them it got. */
export async function askForEverything(): Promise<string[]> {
  const said = (promise: Promise<unknown>) =>
    promise.then(
      // An empty list is what a refusal looks like to some of these.
      (got) => !Array.isArray(got) || got.length > 0,
      () => false,
    )
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'clipboard-read',
    'midi',
    'storage-access',
    'screen-wake-lock',
    'persistent-storage',
    'local-fonts',
    'window-management',
    'background-sync',
  ]
  const states = await Promise.all(
    names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => [name, state],
        () => [name, 'denied'],
      ),
    ),
  )
  const tried: [string, Promise<boolean>][] = [
    ['camera', said(navigator.mediaDevices.getUserMedia({ video: true }))],
    ['microphone', said(navigator.mediaDevices.getUserMedia({ audio: true }))],
    ['screen', said(navigator.mediaDevices.getDisplayMedia())],
    ['clipboard', said(navigator.clipboard.readText())],
    ['place', said(new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)))],
    ['midi', said((navigator as unknown as { requestMIDIAccess(): Promise<unknown> }).requestMIDIAccess())],
    ['storage', navigator.storage.persist()],
    ['fonts', said((globalThis as unknown as { queryLocalFonts(): Promise<unknown> }).queryLocalFonts())],
  ]
  for (const kind of ['usb', 'hid', 'serial', 'bluetooth']) {
    const device = Reflect.get(navigator, kind) as Record<string, (input: unknown) => Promise<unknown>> | undefined
    const ask = device?.['requestDevice'] ?? device?.['requestPort']
    if (ask) tried.push([kind, said(ask.call(device, { filters: [], acceptAllDevices: true }))])
  }
  const done = await Promise.all(tried.map(async ([name, outcome]) => [name, await outcome] as const))
  return [
    ...states.filter(([, state]) => state === 'granted').map(([name]) => String(name)),
    ...done.filter(([, got]) => got).map(([name]) => name),
  ]
}
