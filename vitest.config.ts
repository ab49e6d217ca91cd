import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { compileWords } from './scripts/compile-words'
import { LongestFirst } from './tests/support/longest-first'

export default defineConfig({
  test: {
    // Browsers are ended with the process that drove them.
    teardownTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest(), compileWords()],
        // Time says nothing about these; a busy machine must not fail them.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['tests/support/locks.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
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
