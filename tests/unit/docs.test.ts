import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type KeptFeature, TABLES } from '../../src/clean/keep'
import { FORMATS } from '../../src/formats'
import { FORMAT_FACTS } from '../../src/formats/format-facts'
import { SETTINGS } from '../../src/settings/settings'
import { LISTED } from '../../src/sites/listed'
import { LANGUAGES, nameOfLanguage } from '../../src/words/languages'

const README = readFileSync('README.md', 'utf8')

/** The text under a heading of README, up to the next one. */
function section(heading: string): string {
  return README.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? ''
}

const TOLD: Readonly<Record<KeptFeature, string>> = {
  orientation: 'orientation',
  'colour-profile': 'colours',
  'hdr-gain-map': 'HDR brightness',
  'stereo-picture': 'stereo pair',
  panorama: '360° view',
  animation: 'animation',
  transparency: 'transparency',
  sound: 'sound',
  pages: 'pages',
}

describe('README', () => {
  const rows = new Map(
    [...section('Supported formats').matchAll(/^\| ([^|-][^|]*) \| ([^|]*) \|/gm)]
      .slice(1)
      .map(([, name = '', kept = '']) => [name.trim(), kept]),
  )

  test('names exactly the formats that can be taken apart', () => {
    expect([...rows.keys()].sort()).toEqual(FORMATS.map(({ name }) => FORMAT_FACTS[name].label).sort())
  })

  test.each(FORMATS.map(({ name }) => name))('says of %s what the keep-table lets stay', (name) => {
    const tells = new Set(Object.values(TABLES[name]).map(({ feature }) => feature))
    for (const tell of tells) if (tell) expect(rows.get(FORMAT_FACTS[name].label), tell).toContain(TOLD[tell])
  })

  test('names exactly the sites that are watched from the start', () => {
    const lists = [...section('Supported sites').matchAll(/^- \*\*[^*]+\*\*: (.*)$/gm)].map(([, names = '']) =>
      names.split(', '),
    )
    expect(lists.flat().sort()).toEqual(LISTED.map(({ name }) => name).sort())
  })

  test('names exactly the languages that it speaks', () => {
    const [line = ''] = section('Languages').split('\n').slice(2)
    const names = line.replace(/\..*/, '').split(', ')
    expect(names.map((name) => name.toLowerCase()).sort()).toEqual(
      LANGUAGES.map((language) => nameOfLanguage(language).toLowerCase()).sort(),
    )
  })

  test('shows only pictures and links only to files that are there', () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(5)
    for (const path of links) expect(existsSync(path), path).toBe(true)
  })

  test('shows only commands that package.json knows', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const commands = [
      ...README.matchAll(/npm (?:run )?(?:--silent )?(demo|test|check|build|zip|lint|dev|bench|fuzz|screenshots)\b/g),
    ]
    for (const [, command = ''] of commands) expect(scripts).toHaveProperty(command)
  })
})

test('NOTICE, which is in the package, names whatever else is in it', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>
  }
  const shipped = Object.entries(packages)
    .filter(([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional)
    .flatMap(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1] ?? [])
  const notice = readFileSync('public/NOTICE.txt', 'utf8')
  expect(shipped.length).toBeGreaterThan(15)
  const all = [...shipped, 'GeoNames', 'Natural Earth', 'OpenStreetMap']
  expect(all.filter((name) => !notice.includes(name))).toEqual([])
})

test('THREAT-MODEL names only tests and code that are there', () => {
  const paths = [...readFileSync('THREAT-MODEL.md', 'utf8').matchAll(/`((?:tests|src)\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths) expect(existsSync(path), path).toBe(true)
})

test('PRIVACY names exactly what is stored', () => {
  const names = [...readFileSync('PRIVACY.md', 'utf8').matchAll(/^\| [^|]+ \| `(\w+)` \|/gm)].map(
    ([, name = '']) => name,
  )
  expect(names.sort()).toEqual(SETTINGS.map(({ name }) => name).sort())
})

test('PRIVACY names exactly the permissions that are asked for', () => {
  const lists = [...readFileSync('wxt.config.ts', 'utf8').matchAll(/\b(?:optional_)?permissions: \[([^\]]+)\]/g)]
  const asked = lists.flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name))
  const named = [...readFileSync('PRIVACY.md', 'utf8').matchAll(/^\| `(\w+)` \| /gm)].map(([, name = '']) => name)
  expect(asked).toContain('storage')
  expect(named.sort()).toEqual(asked.sort())
})

test('the texts of the repository say nothing that a parent could take for a promise of safety', () => {
  for (const file of readdirSync('.').filter((name) => name.endsWith('.md'))) {
    expect(readFileSync(file, 'utf8'), file).not.toMatch(
      /\b(?:100 ?%|guarantee[sd]?|completely safe|fully protected)\b/i,
    )
  }
})

describe('ARCHITECTURE and CONTRIBUTING', () => {
  const architecture = readFileSync('ARCHITECTURE.md', 'utf8')
  const contributing = readFileSync('CONTRIBUTING.md', 'utf8')

  test('name only files and folders that are there', () => {
    const paths = [
      ...(architecture + contributing).matchAll(/`((?:src|tests|web|scripts|public|docs)\/[\w./-]+)`/g),
    ].map(([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(60)
    expect(paths.filter((path) => !/NAME|CODE/.test(path) && !existsSync(path))).toEqual([])
  })

  test('link only to what is there', () => {
    const links = [...(architecture + contributing).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(15)
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })

  test('every folder of src stands in the table, and every README of a folder is linked', () => {
    const folders = readdirSync('src').filter((name) => !name.includes('.'))
    expect(folders.filter((name) => !architecture.includes(`src/${name}/`))).toEqual([])
    const readmes = folders.map((name) => `src/${name}/README.md`).filter(existsSync)
    expect(readmes.length).toBeGreaterThan(10)
    expect(readmes.filter((path) => !architecture.includes(`(${path})`))).toEqual([])
  })

  test('no README of a folder is longer than forty lines', () => {
    const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('README.md'))
    const long = all.filter((name) => readFileSync(`src/${name}`, 'utf8').split('\n').length > 41)
    expect(long).toEqual([])
  })

  test('the table of limits says what the code says', () => {
    const code = readFileSync('src/bridge/liveness.ts', 'utf8')
    const limits = [...code.matchAll(/^export const (\w+) = ([\d_]+)/gm)].map(([, name, value = '']) => [
      name,
      value.replaceAll('_', ' '),
    ])
    const rows = [...architecture.matchAll(/^\| [^|]+ \| `(\w+)` \| ([\d ]+) \|$/gm)].map(([, name, value]) => [
      name,
      value,
    ])
    expect(rows).toEqual(limits)
  })
})
