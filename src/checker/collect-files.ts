/** A file and where it lay in what was picked: 'Summer/beach.jpg'; a file picked alone has its name. */
export interface Picked {
  readonly file: File
  readonly path: string
}

/** What was chosen with a file picker, folders included. */
export function pickedFrom(list: FileList): Picked[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }))
}

/**
 * What was dropped, folders walked through to the end. Must be called while the drop event is being handled: the
 * browser empties the DataTransfer afterwards.
 */
export function droppedFrom(data: DataTransfer): Promise<Picked[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return Promise.resolve(pickedFrom(data.files))
  return Promise.all(entries.map(filesIn)).then((lists) => lists.flat())
}

async function filesIn(entry: FileSystemEntry): Promise<Picked[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const found: Picked[] = []
  // A browser hands out a folder in pieces (Chromium: of 100); an empty piece is the end.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (piece.length === 0) return found
    for (const inner of piece) found.push(...(await filesIn(inner)))
  }
}
