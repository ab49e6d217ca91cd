/** The same file with its bytes in the memory of this process, in one piece. Rejects when they cannot be read. */
export async function inMemory(file: File): Promise<File> {
  const { name, type, lastModified } = file
  return new File([await file.arrayBuffer()], name, { type, lastModified })
}
