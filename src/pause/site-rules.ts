import type { SmallThings } from '../settings/settings'

/** What the settings say about a site at this moment. */
export interface Rules {
  /** What is found is taken out here without a question, because the parent or the school wants it so. */
  readonly without: 'rule' | 'school' | null
  /** Everything was taken out here so often that it may become the rule. */
  readonly offersRule: boolean
  /** What becomes of small things alone, such as the model of the phone. */
  readonly smallThings: SmallThings
  /** Files in which nothing is found go exactly as they are. */
  readonly leavesUntouched: boolean
}

/** The rules of the site that the files go to. */
export interface SiteRules {
  /** The parent lets everything pass: here, or everywhere for a while. */
  letsPass(): Promise<boolean>
  read(): Promise<Rules>
  setCleansWithoutAsking(without: boolean): Promise<void>
  /** Remembers whether everything was taken out this time. */
  rememberCleaned(everything: boolean): Promise<void>
  askAboutSmallThings(): Promise<void>
}
