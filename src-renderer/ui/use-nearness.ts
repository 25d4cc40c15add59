import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** How far outside what is in view something is drawn already, in pixels: about one more screen. */
const AHEAD = 900

const told = new WeakMap<Element, (near: boolean) => void>()
let observer: IntersectionObserver | null = null

/** One observer for everything: a book has hundreds of stretches. */
function shared(): IntersectionObserver {
  // `scrollMargin` (Chromium 120) reaches into what scrolls, whichever element that is; the DOM types do not know it.
  const options: IntersectionObserverInit & { scrollMargin: string } = { scrollMargin: `${AHEAD}px 0px` }
  return (observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting)
  }, options))
}

/**
 * Whether an element is in view or about one screen from it, by the frame after it came there. `atFirst` holds until then.
 */
export function useNearness(element: Ref<HTMLElement | null>, atFirst: boolean): Ref<boolean> {
  const near = ref(atFirst)
  let watched: HTMLElement | null = null
  onMounted(() => {
    watched = element.value
    if (!watched) return
    told.set(watched, (now) => (near.value = now))
    shared().observe(watched)
  })
  onBeforeUnmount(() => watched && shared().unobserve(watched))
  return near
}
