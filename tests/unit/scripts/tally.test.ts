import { describe, expect, test } from 'vitest'
import { countTests } from '../../../scripts/tally'

function report(
  passed: number,
  failed: number,
  pending: number,
  files: { status: string; assertionResults: unknown[] }[],
) {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults: files,
  })
}

describe('countTests', () => {
  test('takes the numbers of a run that passed', () => {
    expect(countTests(report(5, 0, 2, [{ status: 'passed', assertionResults: [{}] }]), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
    })
  })

  test('counts a file that broke before its first test', () => {
    expect(countTests(report(5, 1, 0, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(2)
  })

  test.each([
    ['no report', null, 1],
    ['no report although the run claims success', null, 0],
    ['an error outside of every test', report(5, 0, 0, []), 1],
    ['no test at all', report(0, 0, 0, []), 0],
  ])('never calls a bad run good: %s', (_, text, status) => {
    expect(countTests(text, status).failed).toBe(1)
  })
})
