import { useBridge } from '@/bridge/bridge'
import { useMediaQuery } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/**
 * Light, dark or as the system says; and high contrast, which follows the system unless it is switched on here. Both hold for
 * the whole program and are kept by the main process, which colours menus, dialogs and the empty window by them.
 */
export const useAppearance = defineStore('appearance', () => {
  const bridge = useBridge()
  const theme = ref<Theme>('system')
  const moreContrast = ref(false)
  const systemContrast = useMediaQuery('(prefers-contrast: more)')

  watchEffect(() => {
    const { dataset } = document.documentElement
    if (theme.value === 'system') delete dataset.theme
    else dataset.theme = theme.value
    if (moreContrast.value || systemContrast.value) dataset.contrast = 'more'
    else delete dataset.contrast
  })

  // Chosen before the answer came: the choice stands.
  let chosen = false
  void bridge.call('app.info').then(
    (kept) => {
      if (chosen) return
      theme.value = kept.theme
      moreContrast.value = kept.moreContrast
    },
    () => undefined,
  )

  function choose(nextTheme: Theme, nextContrast: boolean): void {
    chosen = true
    theme.value = nextTheme
    moreContrast.value = nextContrast
    // The page itself does not wait for it.
    void bridge.call('app.setTheme', { theme: nextTheme, moreContrast: nextContrast }).catch(() => undefined)
  }
  const setTheme = (next: Theme) => choose(next, moreContrast.value)
  const setMoreContrast = (on: boolean) => choose(theme.value, on)

  function cycleTheme(): void {
    setTheme(THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system')
  }

  return { theme, moreContrast, setTheme, setMoreContrast, cycleTheme }
})
