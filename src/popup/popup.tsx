import { siteIdFor } from '../site-access/status'
import { Account } from './account'
import { Done } from './done'
import { Foot } from './foot'
import { LastOnes } from './last-ones'
import { usePage } from './use-page'
import { Watched } from './watched'

export function Popup() {
  const [page, lookAgain] = usePage()
  if (!page) return null
  const siteId = siteIdFor(page.state)
  const site = page.state.kind === 'listed' ? page.state.site : null
  return (
    <main class="popup">
      <h1 class="popup-name">
        <img src="/icons/48.png" alt="" width="28" height="28" />
        PausePhoto
      </h1>
      <Watched page={page} lookAgain={lookAgain} />
      {siteId !== null && <Account siteId={siteId} site={site} />}
      <Done siteId={siteId} />
      <LastOnes />
      <Foot />
    </main>
  )
}
