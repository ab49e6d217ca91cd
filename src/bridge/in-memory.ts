/** Returns the same file with its bytes in the memory of this process, in one piece. Rejects when they cannot be read. */
export async function inMemory(file: File): Promise<File> {
  // The file serves as its own options: type and date.
  return new File([await file.arrayBuffer()], file.name, file)
}
