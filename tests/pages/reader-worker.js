/* Both a Worker and a service worker: reads the file it is given, byte for byte, and sends it. */
addEventListener('message', (event) => {
  const { file, to } = event.data
  const sent = file.arrayBuffer().then((bytes) => fetch(to, { method: 'POST', body: bytes }))
  event.waitUntil?.(sent)
})
