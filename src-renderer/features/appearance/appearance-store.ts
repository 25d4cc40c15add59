import { useBridge } from '@/bridge/bridge'
import { useMediaQuery } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Light, dark or as the system says; and high contrast, which follows the system unless it is switched on here. */
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

  function setTheme(next: Theme): void {
    theme.value = next
    // Menus and dialogs of the system follow; the page itself does not wait for it.
    void bridge.call('app.setTheme', { theme: next }).catch(() => undefined)
  }

  function cycleTheme(): void {
    setTheme(THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system')
  }

  return { theme, moreContrast, setTheme, cycleTheme }
})
