import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useBridge } from '@/bridge/bridge'
import { useToasts } from '@/features/feedback/toast-store'

/** The diagnostic report: shown before it can be copied, so that nobody hands over what they have not read. */
export const useReport = defineStore('report', () => {
  const bridge = useBridge()
  const toasts = useToasts()
  const text = ref('')
  const open = ref(false)

  async function show(): Promise<void> {
    try {
      text.value = await bridge.call('app.report')
      open.value = true
    } catch (error) {
      toasts.problem(error)
    }
  }

  async function copy(): Promise<void> {
    try {
      await bridge.call('app.copyText', { text: text.value })
      open.value = false
      toasts.show('The report is on the clipboard.')
    } catch (error) {
      toasts.problem(error)
    }
  }

  return { text, open, show, copy }
})
