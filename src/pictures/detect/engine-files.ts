/** Where the detector's files lie in the package; they are loaded only once somebody asks for faces. */
export const ENGINE_FILES = {
  wasm: 'pictures/litert.wasm',
  sparse: 'pictures/faces-sparse.tflite',
  dense: 'pictures/faces-dense.tflite',
} as const

/** What finds text: another engine, loaded only once somebody asks for text. */
export const TEXT_FILES = {
  wasm: 'pictures/onnxruntime.wasm',
  model: 'pictures/text.onnx',
} as const
