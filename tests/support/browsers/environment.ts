import type { Environment } from 'vitest/runtime'
import { beginSharing, closeShared } from './shared'

/** The environment of tests in browsers: those that the files of one process share end with it. */
// biome-ignore lint/style/noDefaultExport: Vitest asks for one.
export default {
  name: 'shared-browsers',
  viteEnvironment: 'ssr',
  setup() {
    beginSharing()
    return { teardown: closeShared }
  },
} satisfies Environment
