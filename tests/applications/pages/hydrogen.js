import { createNavigation, createRouter, FeatureSet, Platform, RootViewModel } from 'hydrogen-view-sdk'
import 'hydrogen-view-sdk/theme-element-light.css'

/** Hydrogen's own start (its src/platform/web/main.js), without encryption: what is sent can be read by the server. */
const platform = new Platform({
  container: document.querySelector('#root'),
  assetPaths: { downloadSandbox: '/', worker: '/', serviceWorker: '/sw.js' },
  config: { defaultHomeServer: location.origin, push: {} },
  options: { development: false },
})
const navigation = createNavigation()
platform.setNavigation(navigation)
await platform.init()
const urlRouter = createRouter({ navigation, history: platform.history })
urlRouter.attach()
const features = await FeatureSet.load(platform.settingsStorage)
const root = new RootViewModel({ platform, urlRouter, navigation, features })
platform.createAndMountRootView(root)
void root.load()
