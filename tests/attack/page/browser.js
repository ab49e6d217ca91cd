/** The browser's own functions, taken before a trick of the page replaces them: the page is to be hostile, its records true. */
const { setTimeout, setInterval, clearInterval, FileReader, Blob, File, FileList, fetch } = window
const now = Date.now.bind(Date)
const fileLists = [FileList]

export { clearInterval, File, fetch, now, setInterval, setTimeout }

export const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds))

/** The bytes as text, one character a byte. Any realm's Blob will do. */
export function read(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.onerror = () => reject(reader.error)
    reader.readAsBinaryString(blob)
  })
}

const sizeOf = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get
export const isBlob = (value) => {
  try {
    sizeOf.call(value)
    return true
  } catch {
    return false
  }
}

export const isList = (value) =>
  fileLists.some((List) => value instanceof List) || String(value) === '[object FileList]'
