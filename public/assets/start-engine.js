// The first photo waits for the engine, whose Worker takes as long to load as the scripts of the page do: it starts beside them.
{
  const worker = new Worker('/assets/engine.worker.js', { type: 'module' })
  worker.addEventListener('error', () => delete globalThis.engineStarted)
  globalThis.engineStarted = worker
}
