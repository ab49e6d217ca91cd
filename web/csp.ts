/** What the page may load: its own files and nothing else. docs/hosting.md gives the same as a header. */
export const CSP = [
  "default-src 'none'",
  // WebAssembly finds faces in a photo; it is compiled from a file of the page, and scripts stay as they were.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  // The page's own files, which its service worker keeps; no other address.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
