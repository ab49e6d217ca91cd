/* Notes the size and name of each file that a way lets this page see, once each, and whether its bytes hold a place. */
const seen = []
const look = (way, file) => {
  // A file of another window is no instance of this one's File.
  if (typeof file?.size !== 'number' || (file.size === 0 && file.name === '')) return
  if (seen.some((one) => one.way === way && one.size === file.size)) return
  const one = { way, name: file.name, size: file.size }
  seen.push(one)
  document.querySelector('#log').textContent += `${way}: ${file.name}, ${file.size} bytes\n`
}
/* Everything that an input can be asked about its files. */
const see = (way, input) => {
  for (const file of input.files) look(way, file)
  if (input.value !== '' && input.files.length === 0) seen.push({ way, name: input.value, size: -1 })
  for (const entry of input.webkitEntries ?? []) entry.file((file) => look(way, file))
}
const seeForm = (way, form) => {
  const data = new FormData(form)
  for (const [, value] of data) look(way, value)
  data.forEach((value) => {
    look(way, value)
  })
}
Object.assign(window, { seen, look, see, seeForm })
