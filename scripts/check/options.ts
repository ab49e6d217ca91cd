import { parseArgs } from 'node:util'

export type Hideable = 'faces' | 'text'

export interface Options {
  readonly json: boolean
  /** The folder for cleaned copies, as given. */
  readonly clean: string | null
  /** What is hidden in the copies wherever it is found; nothing when empty. */
  readonly hide: readonly Hideable[]
  /** Replace copies that are already there; never an original. */
  readonly force: boolean
  readonly paths: readonly string[]
}

export const USAGE = `usage: npm run --silent check -- [--json] [--clean DIR [--force] [--hide faces,text]] PATH…

Says what photos and videos give away. PATH is a file or a folder with everything in it.

  --json       one line of JSON a file
  --clean DIR  also writes a cleaned copy of each file into DIR, at the same relative path
  --hide WHAT  hides every face found in the copies of JPEG and PNG pictures (faces), every text
               (text), or both (faces,text), and writes DIR/contact-sheet.html to look through:
               no program finds them all
  --force      replaces copies that are already in DIR
  --help       prints this

Exit status: 0 all checked and nothing found, 1 something found,
2 something could not be checked or written, 64 wrong usage.
`

export type ParsedOptions =
  | { readonly is: 'options'; readonly options: Options }
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly problem: string }

/** @param args what follows the name of the program. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        clean: { type: 'string' },
        force: { type: 'boolean', default: false },
        hide: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    const { json, clean, force, hide, help } = values
    if (help) return { is: 'help' }
    if (positionals.length === 0 || positionals.includes('')) return { is: 'wrong', problem: 'PATH is missing' }
    if (clean === '') return { is: 'wrong', problem: 'DIR is missing' }
    if (force && clean === undefined) return { is: 'wrong', problem: '--force goes with --clean' }
    const what = hide === undefined ? [] : hideableIn(hide)
    if (!what) return { is: 'wrong', problem: '--hide knows faces and text' }
    if (hide && clean === undefined) return { is: 'wrong', problem: '--hide goes with --clean' }
    const options = { json, clean: clean ?? null, hide: what, force, paths: positionals }
    return { is: 'options', options }
  } catch (error) {
    return { is: 'wrong', problem: error instanceof Error ? error.message : String(error) }
  }
}

/** 'faces,text' as a list, each once; null for anything else. */
function hideableIn(text: string): readonly Hideable[] | null {
  const words = new Set(text.split(','))
  const known = [...words].filter((word): word is Hideable => word === 'faces' || word === 'text')
  return known.length === words.size ? known : null
}
