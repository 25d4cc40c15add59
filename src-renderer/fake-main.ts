import './styles/index.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { installBridge } from './bridge/bridge'
import { FakeBridge } from './bridge/fake/fake-bridge'

installBridge(new FakeBridge())
createApp(App).use(createPinia()).mount('#app')
