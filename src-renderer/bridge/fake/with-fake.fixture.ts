import { createPinia, type Pinia, setActivePinia } from 'pinia'
import { installBridge } from '../bridge'
import { FakeBridge, type FakeOptions } from './fake-bridge'

/** A fresh fake bridge and fresh stores, for one test. */
export function withFake(options: FakeOptions = {}): { bridge: FakeBridge; pinia: Pinia } {
  const bridge = new FakeBridge(options)
  installBridge(bridge)
  const pinia = createPinia()
  setActivePinia(pinia)
  return { bridge, pinia }
}
