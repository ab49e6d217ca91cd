import { defineConfig, type TestUserConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { compileWords } from './scripts/compile-words'
import { LongestFirst } from './tests/support/longest-first'

/** Unit tests that put something in the place of globals or of the extension's storage: each file has a process of its own. */
const WITH_STATE = [
  'background',
  'bridge',
  'file-answers',
  'guard',
  'page-world',
  'pause',
  'settings',
  'tickets',
  'web',
].map((folder) => `tests/unit/${folder}/**/*.test.{ts,tsx}`)

/** Time says nothing about these; a busy machine must not fail them. */
const unitTests = (name: string, files: TestUserConfig) => ({
  plugins: [WxtVitest(), compileWords()],
  test: {
    name,
    // To load what a file needs takes longer than most of them.
    isolate: false,
    environment: 'node',
    setupFiles: ['tests/support/locks.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...files,
  },
})

export default defineConfig({
  test: {
    // Browsers are ended with the process that drove them.
    teardownTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      unitTests('unit', { include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: WITH_STATE }),
      unitTests('unit-with-state', { include: WITH_STATE, isolate: true }),
      {
        test: {
          name: 'photos',
          include: ['tests/photos/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], environment: 'node', testTimeout: 120_000 } },
      {
        test: {
          name: 'libraries',
          include: ['tests/libraries/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A process drives its browsers through one file after the other: to start them takes longer than many a test.
          isolate: false,
          environment: './tests/support/browsers/environment.ts',
          env: { UPDATE_LOOKS: process.argv.includes('--update') ? '1' : '' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
