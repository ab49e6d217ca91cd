import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { BOY, drawChild, GIRL, SKINS } from './draw-child'

/**
 * Draws the photo that the welcome page lets parents try: src/welcome/sample.jpg. It tells what a phone's photo tells, and
 * its small copy shows the scene before it was cut, with the sign of a school. The faces are found by what finds faces.
 */
const SCENE = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#8ec5ee"/><stop offset="1" stop-color="#eaf6ff"/></linearGradient>${SKINS}</defs>
  <rect width="1600" height="900" fill="url(#sky)"/>
  <circle cx="230" cy="170" r="80" fill="#ffd86b"/>
  <path d="M0 640Q380 430 800 620T1600 560V900H0Z" fill="#8cc084"/>
  <path d="M0 740Q500 600 980 730T1600 700V900H0Z" fill="#6aa867"/>
  <path d="M560 150l80-60 60 90-90 60Z" fill="#e4572e"/><path d="M610 240q-60 130 20 260t-40 330" fill="none" stroke="#5b4636" stroke-width="4"/>
  <path d="M860 470v260" stroke="#5b4636" stroke-width="26"/><circle cx="860" cy="420" r="120" fill="#4d8b57"/>
  <rect x="1180" y="420" width="360" height="280" fill="#efe3cf"/><path d="M1150 430l210-130 210 130Z" fill="#b5523b"/>
  <rect x="1320" y="580" width="80" height="120" fill="#7a5a3c"/>
  <rect x="1210" y="460" width="300" height="64" rx="6" fill="#2f5d8a"/>
  <text x="1360" y="505" font-family="DejaVu Sans, sans-serif" font-size="34" text-anchor="middle" fill="#fff">École des Tilleuls</text>
  ${drawChild(GIRL, 380, 560, 108)}${drawChild(BOY, 710, 600, 104)}
</svg>`

const whole = sharp(Buffer.from(SCENE)).flatten()
const folder = mkdtempSync(join(tmpdir(), 'pausephoto-sample-'))
const thumbnail = join(folder, 'thumbnail.jpg')
writeFileSync(thumbnail, await whole.clone().resize(320, 180).jpeg({ quality: 70, mozjpeg: true }).toBuffer())

const target = fileURLToPath(new URL('../src/welcome/sample.jpg', import.meta.url))
const cut = { left: 100, top: 0, width: 960, height: 900 }
writeFileSync(target, await whole.clone().extract(cut).resize(720).jpeg({ quality: 72, mozjpeg: true }).toBuffer())

const exiftool = fileURLToPath(new URL('../node_modules/exiftool-vendored.pl/bin/exiftool', import.meta.url))
execFileSync('perl', [
  exiftool,
  '-overwrite_original',
  `-ThumbnailImage<=${thumbnail}`,
  '-Make=Example',
  '-Model=Phone 12',
  '-DateTimeOriginal=2025:06:14 15:42:10',
  '-OffsetTimeOriginal=+02:00',
  '-SerialNumber=F17XK0PHN9',
  '-GPSLatitude=45.7772',
  '-GPSLatitudeRef=N',
  '-GPSLongitude=4.8553',
  '-GPSLongitudeRef=E',
  target,
])
console.log('src/welcome/sample.jpg')
