import './styles/index.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { installBridge } from './bridge/bridge'
import { createWindowBridge } from './bridge/window-bridge'

if (!window.dateline) throw new Error('This page runs inside Dateline only.')
installBridge(createWindowBridge(window.dateline))
createApp(App).use(createPinia()).mount('#app')
