import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/**
 * Draws the photo that the welcome page lets parents try: src/welcome/sample.jpg. It tells what a phone's photo tells, and
 * its small copy shows the scene before it was cut, with the sign of a school.
 */
const SCENE = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#8ec5ee"/><stop offset="1" stop-color="#eaf6ff"/></linearGradient></defs>
  <rect width="1600" height="900" fill="url(#sky)"/>
  <circle cx="230" cy="170" r="80" fill="#ffd86b"/>
  <path d="M0 640Q380 430 800 620T1600 560V900H0Z" fill="#8cc084"/>
  <path d="M0 740Q500 600 980 730T1600 700V900H0Z" fill="#6aa867"/>
  <path d="M560 300l80-60 60 90-90 60Z" fill="#e4572e"/><path d="M610 390q-50 120 10 190t-60 130" fill="none" stroke="#5b4636" stroke-width="4"/>
  <g fill="#3a4a63"><circle cx="540" cy="640" r="34"/><path d="M505 690q35-25 70 0l14 120h-98Z"/><path d="M570 705l60-60" stroke="#3a4a63" stroke-width="18" stroke-linecap="round"/></g>
  <g fill="#8a4f7d"><circle cx="380" cy="670" r="30"/><path d="M350 715q30-22 60 0l16 105h-92Z"/></g>
  <path d="M860 470v260" stroke="#5b4636" stroke-width="26"/><circle cx="860" cy="420" r="120" fill="#4d8b57"/>
  <rect x="1180" y="420" width="360" height="280" fill="#efe3cf"/><path d="M1150 430l210-130 210 130Z" fill="#b5523b"/>
  <rect x="1320" y="580" width="80" height="120" fill="#7a5a3c"/>
  <rect x="1210" y="460" width="300" height="64" rx="6" fill="#2f5d8a"/>
  <text x="1360" y="505" font-family="DejaVu Sans, sans-serif" font-size="34" text-anchor="middle" fill="#fff">École des Tilleuls</text>
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
