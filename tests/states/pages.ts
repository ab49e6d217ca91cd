/** The pages whose states are drawn; each has a file of this name here. */
export const PAGES = ['pause', 'checker', 'popup', 'options', 'welcome', 'help', 'handout', 'phone'] as const
