export const stage = document.querySelector('#stage')
/** Every check, in its order: what it says, and what throws unless that is so. What it gives is compared between browsers. */
export const checks = []
export const check = (name, run) => checks.push([name, run])

export const same = (actual, expected, what = '') => {
  if (!Object.is(actual, expected)) throw new Error(`${what} ${told(actual)}, not ${told(expected)}`.trim())
}
export const alike = (actual, expected) => same(JSON.stringify(actual), JSON.stringify(expected))
const told = (value) => (typeof value === 'object' && value ? String(value) : JSON.stringify(value))
/** The name of what is thrown; a class of the language by its constructor. */
export const thrown = (act) => {
  try {
    act()
  } catch (error) {
    return error.name
  }
  return 'nothing'
}
export const throws = (name, act) => same(thrown(act), name)
export const rejected = (promise) =>
  Promise.resolve(promise).then(
    () => 'nothing',
    (error) => error.name,
  )
export const made = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}
export const shown = (element) => stage.appendChild(element)
export const chooser = (properties) => made('input', { type: 'file', name: 'photo', ...properties })
export const text = (name = 'a.txt', content = 'abc') =>
  new File([content], name, { type: 'text/plain', lastModified: 1 })
export const picture = (name = 'a.jpg') => new File(['abc'], name, { type: 'image/jpeg', lastModified: 1 })
export const transferOf = (...files) => {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer
}
export const listOf = (...files) => transferOf(...files).files
export const entriesOf = (data) =>
  [...data].map(([name, value]) => [name, typeof value === 'string' ? value : `${value.name} ${value.size}`])
export const formWith = (...children) => made('form', { method: 'post', enctype: 'multipart/form-data' }, ...children)
