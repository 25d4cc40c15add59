import type { Page } from '@playwright/test'
import { allRead } from './steps'
import { expect, launch, makeFolder, removeFolder, SEEDS, test, type Workbench } from './workbench'

// One start for all attempts: each looks at how far the one count in the title bar has gone.
let workbench: Workbench
test.beforeAll(async () => {
  workbench = await launch({ folder: SEEDS, data: await makeFolder() })
  await allRead(workbench.page)
})
test.afterAll(async () => {
  await workbench.app.close()
  await removeFolder(workbench.data)
})

/** The count as it stands in the title bar. */
async function counted(page: Page): Promise<number> {
  const words = (await page.getByRole('status').filter({ hasText: 'Offline' }).textContent()) ?? ''
  return Number(/(\d+) requests?/.exec(words)?.[1] ?? NaN)
}

/** Attempts to leave the machine; each takes an address of its own and answers whether something came back. */
const ATTEMPTS: Record<string, (address: string) => Promise<boolean>> = {
  'a fetch': (address) =>
    fetch(`https://${address}/`).then(
      () => true,
      () => false,
    ),
  'an XMLHttpRequest': (address) =>
    new Promise((done) => {
      const request = new XMLHttpRequest()
      request.open('GET', `http://${address}/`)
      request.onload = () => done(true)
      request.onerror = () => done(false)
      request.send()
    }),
  'a WebSocket': (address) =>
    new Promise((done) => {
      const socket = new WebSocket(`wss://${address}/`)
      socket.onopen = () => done(true)
      socket.onerror = () => done(false)
    }),
  'an image': (address) =>
    new Promise((done) => {
      const image = new Image()
      image.onload = () => done(true)
      image.onerror = () => done(false)
      image.src = `https://${address}/x.png`
    }),
  'a beacon': (address) => {
    navigator.sendBeacon(`https://${address}/`, 'x')
    return Promise.resolve(false)
  },
  'a style sheet': (address) =>
    new Promise((done) => {
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      link.href = `https://${address}/x.css`
      link.onload = () => done(true)
      link.onerror = () => done(false)
      document.head.append(link)
    }),
  'an inner frame': (address) => {
    const frame = document.createElement('iframe')
    frame.src = `https://${address}/`
    document.body.append(frame)
    return Promise.resolve(false)
  },
  'a DNS prefetch': (address) => {
    const link = document.createElement('link')
    link.rel = 'dns-prefetch'
    link.href = `https://${address}/`
    document.head.append(link)
    return Promise.resolve(false)
  },
  'a preconnect deep in a new part of the page': (address) => {
    const part = document.createElement('div')
    const link = document.createElement('link')
    link.rel = 'preconnect'
    link.href = `https://${address}/`
    part.append(link)
    document.body.append(part)
    return Promise.resolve(false)
  },
  'a new window': (address) => Promise.resolve(window.open(`https://${address}/`) !== null),
  'a navigation of the page': (address) => {
    location.href = `https://${address}/`
    return Promise.resolve(false)
  },
}

for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  test(`${name} is refused and counted, once`, async () => {
    const { page, app } = workbench
    const before = await counted(page)
    const url = page.url()
    expect(await page.evaluate(attempt, `${name.replaceAll(/\W+/g, '-').toLowerCase()}.example`)).toBe(false)
    await expect.poll(() => counted(page)).toBe(before + 1)
    expect(page.url()).toBe(url)
    expect(app.windows()).toHaveLength(1)
  })
}

// The policy stops it inside the page, and this Chromium tells nobody: there is nothing to count, only to see that it fails.
test('WebRTC finds no way out', async () => {
  const { page } = workbench
  const candidates = await page.evaluate(async () => {
    try {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example:3478' }] })
      peer.createDataChannel('x')
      const gathered = new Promise<void>((done) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done()
      })
      await peer.setLocalDescription(await peer.createOffer())
      await gathered
      return (peer.localDescription?.sdp ?? '').split('\n').filter((line) => line.startsWith('a=candidate')).length
    } catch {
      return 0
    }
  })
  expect(candidates).toBe(0)
})

test('permissions and devices are refused without a question', async () => {
  const states = await workbench.page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    place: await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('found'),
        () => done('denied'),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'open',
      () => 'denied',
    ),
  }))
  expect(states).toEqual({ notification: 'denied', place: 'denied', camera: 'denied' })
})

test('what stays inside the program is not counted', async () => {
  const { page } = workbench
  const before = await counted(page)
  const inside = await page.evaluate(async () => {
    const own = await fetch('app://bundle/index.html')
    const missing = await fetch('app://bundle/../../etc/passwd')
    return [own.status, missing.status, own.headers.get('content-security-policy')?.includes("default-src 'none'")]
  })
  expect(inside).toEqual([200, 404, true])
  expect(await counted(page)).toBe(before)
})
