import { readFileSync } from 'node:fs'
import { formFiles } from '../support/local-site/form-files'
import { bodyOf, type LocalSite } from '../support/local-site/local-site'
import { SECRET } from './original'

const PAGE = new URL('page/', import.meta.url)
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml',
  svg: 'image/svg+xml',
  js: 'text/javascript; charset=utf-8',
}
const EMPTY: Record<string, string> = {
  '/attack/empty.html': '<!doctype html><title>Empty</title><body>',
  '/attack/empty.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Empty</title></head><body/></html>',
  '/attack/empty.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="150"/>',
}

/** Serves the attacking page under /attack/page/, what its frames hold, and takes what its forms send. */
export function serveAttack(site: LocalSite): void {
  site.handle('/attack/', async (request, response, url) => {
    if (url.pathname === '/attack/hanging') return
    if (url.pathname === '/attack/no-content') return void response.writeHead(204).end()
    const send = (type: string, body: string | Buffer) => {
      const csp = url.searchParams.get('csp')
      response
        .writeHead(200, { 'content-type': TYPES[type] ?? '', ...(csp && { 'content-security-policy': csp }) })
        .end(body)
    }
    if (url.pathname === '/attack/send')
      return send('html', await said(await bodyOf(request), request.headers['content-type']))
    const type = url.pathname.slice(url.pathname.lastIndexOf('.') + 1)
    const empty = EMPTY[url.pathname]
    send(type, empty ?? readFileSync(new URL(url.pathname.slice('/attack/page/'.length), PAGE)))
  })
}

/** Says what came: 'got' only when a file with bytes did. */
async function said(body: Buffer, type = ''): Promise<string> {
  const files = (await formFiles(body, type)).filter(({ bytes }) => bytes.length > 0)
  if (files.length === 0) return 'nothing'
  return files.some(({ bytes }) => bytes.includes(SECRET)) ? `got ${SECRET}` : 'got a copy'
}
