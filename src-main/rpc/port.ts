/** The little that `rpc` needs of any message channel: Web and Electron MessagePorts, worker threads, parent ports. */
export interface Port {
  post(message: unknown): void
  /** Messages in the order they were posted. Only one listener is kept. */
  onMessage(listener: (message: unknown) => void): void
  /** The other side is gone; called at most once. */
  onClose(listener: () => void): void
  close(): void
}

interface EventTargetPort {
  postMessage(message: unknown): void
  addEventListener(type: 'message' | 'close', listener: (event: { data?: unknown }) => void): void
  start(): void
  close(): void
}

interface EmitterPort {
  postMessage(message: unknown): void
  on(event: 'message' | 'close', listener: (event: { data?: unknown }) => void): unknown
  start(): void
  close(): void
}

/** A DOM `MessagePort` (preload, page). Chromium fires `close` on it when the other end or its process goes. */
export function webPort(port: EventTargetPort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event) => listener(event.data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', () => listener()),
    close: () => port.close(),
  }
}

/** Electron's `MessagePortMain` (main and utility processes): the same over Node's event emitter. */
export function emitterPort(port: EmitterPort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data))
      port.start()
    },
    onClose: (listener) => void port.on('close', () => listener()),
    close: () => port.close(),
  }
}
