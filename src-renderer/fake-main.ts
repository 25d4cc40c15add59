import './styles/index.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { installBridge } from './bridge/bridge'
import { createDemoBridge } from './bridge/fake/demo-bridge'

// The page on invented data, in any browser: `npx vite src-renderer --config src-renderer/fake.vite.config.ts`, then /fake.html.
installBridge(createDemoBridge(new URLSearchParams(location.search)))
createApp(App).use(createPinia()).mount('#app')
