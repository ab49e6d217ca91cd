import { expect, it } from 'vitest'
import { neutralPaths } from '../../../src/page-world/neutral-path'

it('says nothing of the folders but which files lie together', () => {
  const pathFor = neutralPaths()
  expect(pathFor('Emma 3 years/IMG_1.jpg', 'IMG_1.jpg')).toBe('folder/IMG_1.jpg')
  expect(pathFor('Emma 3 years/Lyon/IMG_1.jpg', 'photo.jpg')).toBe('folder/folder 2/photo.jpg')
  expect(pathFor('Emma 3 years/Lyon/old/IMG_1.jpg', 'IMG_1.jpg')).toBe('folder/folder 3/IMG_1.jpg')
  expect(pathFor('Emma 3 years/Lyon/IMG_2.jpg', 'IMG_2.jpg')).toBe('folder/folder 2/IMG_2.jpg')
  expect(pathFor('Emma 3 years/IMG_2.jpg', 'IMG_2.jpg')).toBe('folder/IMG_2.jpg')
})

it.each(['__proto__', 'constructor', 'Emma ✿ 3 ans', '.', ' '])('says nothing of a folder called %j', (folder) => {
  const pathFor = neutralPaths()
  expect(pathFor(`${folder}/IMG_1.jpg`, 'IMG_1.jpg')).toBe('folder/IMG_1.jpg')
  expect(pathFor(`${folder}/${folder}/IMG_2.jpg`, 'IMG_2.jpg')).toBe('folder/folder 2/IMG_2.jpg')
  expect(pathFor(`Other/${folder}/IMG_3.jpg`, 'IMG_3.jpg')).toBe('folder/folder 3/IMG_3.jpg')
})

it('counts the folders of each choice anew', () => {
  neutralPaths()('one/two/IMG_1.jpg', 'IMG_1.jpg')
  expect(neutralPaths()('three/four/IMG_1.jpg', 'IMG_1.jpg')).toBe('folder/folder 1/IMG_1.jpg')
})
