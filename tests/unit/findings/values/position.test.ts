import { describe, expect, it } from 'vitest'
import { degreesOf } from '../../../../src/findings/values/coordinate'
import { iso6709 } from '../../../../src/findings/values/iso-6709'
import { positionsIn } from '../../../../src/findings/values/position'

describe('one coordinate', () => {
  it.each([
    ['45.7640', 45.764],
    ['-45.7640', -45.764],
    ['45,76400', 45.764],
    ['45,7', 45.7],
    ['45,45.84N', 45.764],
    ['45,45,50.4N', 45.764],
    ['45,45.84S', -45.764],
    ['45,51N', 45.85],
    ['45 deg 45\' 50.40" N', 45.764],
    ['45° 45′ 50.4″ S', -45.764],
    ['S 45.764', -45.764],
    ['45.764 South', -45.764],
    ['45/1 45/1 5040/100', 45.764],
    ['45/1, 45/1, 5040/100', 45.764],
    ['45 45 50.4', 45.764],
    ['4.5764e1', 45.764],
  ])('%s', (text, degrees) => {
    expect(degreesOf(text)).toBeCloseTo(degrees, 5)
  })

  it('takes the hemisphere from beside it', () => {
    expect(degreesOf('45.764', 'S')).toBeCloseTo(-45.764, 6)
    expect(degreesOf('4.83', 'West')).toBeCloseTo(-4.83, 6)
  })

  it.each(['', 'N', '0/0 0/0 0/0', 'here'])('is none: %j', (text) => {
    expect(degreesOf(text)).toBeUndefined()
  })
})

describe('ISO 6709', () => {
  it.each([
    ['+48.8134+002.3622/', 48.8134, 2.3622],
    ['-4848.804-00221.732/', -48.8134, -2.3622],
    ['+484848.24+0022143.92+035.0/', 48.8134, 2.3622],
    ['+45.7640+4.8357+000.000/', 45.764, 4.8357],
    ['+5.7640-4.8357/', 5.764, -4.8357],
    ['45.7640+4.8357/', 45.764, 4.8357],
    ['45.7640, 4.8357', 45.764, 4.8357],
    ['+45.7640 +4.8357', 45.764, 4.8357],
    ['45,7640 4,8357', 45.764, 4.8357],
    ['+45.7640,-4.8357', 45.764, -4.8357],
    ['+4845.8-121.7/', 48.763333, -121.7],
    ['+45+4/', 45, 4],
  ])('%s', (text, latitude, longitude) => {
    const [point] = iso6709(text)
    expect(point).toMatchObject({ type: 'position' })
    if (point?.type !== 'position') return
    expect(point.latitude).toBeCloseTo(latitude, 5)
    expect(point.longitude).toBeCloseTo(longitude, 5)
  })

  it('has the altitude behind', () => {
    expect(iso6709('+45.7640+4.8357+173.5/')).toMatchObject([{ altitude: 173.5 }])
  })

  it.each(['', 'Lyon', '+45.7', '12'])('is none: %j', (text) => {
    expect(iso6709(text)).toEqual([])
  })
})

describe('a position in a text', () => {
  it.each([
    '45.764043,4.835659',
    '45.764043, 4.835659',
    '(45.764043 4.835659)',
    '45,764043 4,835659',
    '45,764043; 4,835659',
    'GPS(4.8357,45.7640,19) Zoe Quill',
    'F/2.8, SS 206, ISO 150, EV 0, GPS (4.8357, 45.7640, 19), D 24.26m',
    '[latitude: 45.764043] [longitude: 4.835659] [altitude: 12.0]',
    '[latitude : 45.764043] [longtitude : 4.835659]',
    '{"lat":45.764,"lng":4.8357,"name":"Zoe Quill"}',
    '{"latitude":"45.764","longitude":"4.8357"}',
    'GPSLatitude=45.764;GPSLongitude=4.8357',
    'https://maps.google.com/?q=45.764,4.8357',
    'https://www.google.com/maps/@45.764,4.8357,15z',
    'https://www.openstreetmap.org/?mlat=45.764&mlon=4.8357#map=15/45.764/4.8357',
    'geo:45.764,4.8357;u=35',
    '45°45\'50.4"N 4°50\'8.5"E',
    '45 deg 45\' 50.40" N, 4 deg 50\' 8.50" E',
    'N45° 45.84′ E4° 50.142′',
    '45.7640N 4.8357E',
    'taken at +45.7640+4.8357/ by the river',
    '$GPRMC,070809.00,A,4545.840,N,00450.142,E,0.0,0.0,060524,,*1F',
    '$GPGGA,070809,4545.840,N,00450.142,E,1,08,0.9,173.0,M',
  ])('%s', (text) => {
    const [point] = positionsIn(text)
    expect(point).toMatchObject({ type: 'position' })
    if (point?.type !== 'position') return
    expect(point.latitude).toBeCloseTo(45.764, 3)
    expect(point.longitude).toBeCloseTo(4.8357, 3)
  })

  it.each([
    'Lina at the lake',
    '0.3127, 0.3290',
    '2.1430, 1.5231',
    '1.000000 0.000000',
    '255, 255',
    '24.0-70.0 mm f/2.8',
    '12.5 x 8.3 cm',
    '1920x1080',
    '24/1 70/1 0/0 0/0',
    'Version 10.1234',
    '0.000000,0.000000',
    'E 12 N 4',
    '{"lat":0,"lng":0}',
    '45.764043, 4.835659, 12.123456, 13.123456, 1.5',
    'f/1.8 1/120 s ISO 50',
    '2024-05-06 07:08:09',
  ])('is none: %s', (text) => {
    expect(positionsIn(text)).toEqual([])
  })
})
