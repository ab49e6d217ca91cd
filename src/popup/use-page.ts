import { useCallback, useEffect, useState } from 'preact/hooks'
import { type CurrentTab, currentTab } from '../site-access/current-tab'
import { type PageState, pageState } from '../site-access/page-state'

export interface Page {
  readonly tab: CurrentTab | null
  readonly state: PageState
}

/**
 * The page in front of the parent, null until the browser has told; looked at again when the parent comes back from
 * the browser's own boxes. The function looks again as well.
 */
export function usePage(): readonly [Page | null, () => void] {
  const [page, setPage] = useState<Page | null>(null)
  const look = useCallback(() => void lookAtPage().then(setPage), [])
  useEffect(() => {
    look()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [look])
  return [page, look]
}

async function lookAtPage(): Promise<Page> {
  const tab = await currentTab()
  return { tab, state: await pageState(tab?.url, tab?.loaded ?? null) }
}
