import type { Answer } from '../bridge/account-answer'
import type { Reading } from '../bridge/audience'
import type { Site } from '../sites/site'

/** Who can see the account on the site that the files go to. */
export interface AccountQuestion {
  readonly host: string
  /** Null for a site the parent added, unless its page was recognised when its audience was read. */
  readonly site: Site | null
  /** Returns what the page itself says about who will see it. */
  readAudience(): Promise<Reading>
  isDue(reading: Reading): Promise<boolean>
  remember(answer: Answer, reading: Reading): Promise<void>
}
