import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of few lines that take long: one that starts last would keep everybody waiting. */
const LONG = /\/e2e\/(?:attack|libraries|states|fits|failures|readings|realms|frames)\.test\.ts$/

/** Starts the files that take long first; without a memory of earlier runs, Vitest takes their size for their time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [true, false].flatMap((isLong) => sorted.filter(({ moduleId }) => LONG.test(moduleId) === isLong))
  }
}
