import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Photos of people that come with a package of the tests; they are used where they lie, and never copied. */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo')

/** The middle of each face, looked up by eye, as parts of the picture's width and height. */
const FACES: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>> = {
  'sample1.jpg': [
    [0.25, 0.36],
    [0.48, 0.41],
    [0.81, 0.245],
  ],
  'sample2.jpg': [
    [0.797, 0.24],
    [0.215, 0.2],
    [0.516, 0.24],
  ],
  'sample3.jpg': [
    [0.833, 0.31],
    [0.61, 0.25],
    [0.352, 0.33],
  ],
  'sample4.jpg': [
    [0.383, 0.125],
    [0.542, 0.2],
    [0.185, 0.21],
    [0.7, 0.177],
  ],
  'sample5.jpg': [
    [0.455, 0.146],
    [0.772, 0.36],
    [0.62, 0.218],
    [0.244, 0.714],
    [0.367, 0.376],
  ],
  'sample6.jpg': [
    [0.39, 0.295],
    [0.19, 0.394],
    [0.664, 0.277],
    [0.82, 0.25],
  ],
}

export interface FacePhoto {
  readonly name: string
  readonly path: string
  readonly faces: readonly (readonly [x: number, y: number])[]
}

/** Six photos with 22 faces. */
export const FACE_PHOTOS: readonly FacePhoto[] = Object.entries(FACES).map(([name, faces]) => ({
  name,
  path: join(FOLDER, name),
  faces,
}))
