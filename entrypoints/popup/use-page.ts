import { useCallback, useEffect, useState } from 'preact/hooks'
import { type CurrentTab, currentTab } from '../../src/watching/current-tab'
import { type PageState, pageState } from '../../src/watching/page-state'

export interface Page {
  readonly tab: CurrentTab | null
  readonly state: PageState
}

/** The page in front of the parent, null until the browser has told; the function looks again. */
export function usePage(): readonly [Page | null, () => void] {
  const [page, setPage] = useState<Page | null>(null)
  const look = useCallback(() => void lookAtPage().then(setPage), [])
  useEffect(look, [look])
  return [page, look]
}

async function lookAtPage(): Promise<Page> {
  const tab = await currentTab()
  return { tab, state: await pageState(tab?.url, tab?.loaded ?? null) }
}
