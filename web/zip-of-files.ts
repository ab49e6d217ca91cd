import { downloadZip } from 'client-zip'
import { unusedName } from '../src/checker/zip'

/** Returns one zip of the files, uncompressed, each under its own name; a name that comes again gets a number. */
export function zipOfFiles(files: readonly File[]): Promise<Blob> {
  const names = new Set<string>()
  return downloadZip(
    files.map((file) => ({
      name: unusedName(file.name, names),
      input: file,
      lastModified: new Date(file.lastModified),
    })),
  ).blob()
}
