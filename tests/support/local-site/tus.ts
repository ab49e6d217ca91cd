import { bodyOf, type LocalSite } from './local-site'

/** Takes resumable uploads (tus 1.0.0, core and creation) at /tus/; a finished one is kept like any other upload. */
export function takeTusUploads(site: LocalSite): void {
  const open = new Map<string, { readonly ofCase: string; readonly length: number; bytes: Buffer }>()
  site.handle('/tus/', async (request, response, url) => {
    response.setHeader('Tus-Resumable', '1.0.0')
    if (request.method === 'POST') {
      const path = `/tus/${open.size + 1}`
      const length = Number(request.headers['upload-length'])
      open.set(path, { ofCase: url.searchParams.get('case') ?? '', length, bytes: Buffer.alloc(0) })
      response.writeHead(201, { Location: path }).end()
      return
    }
    const upload = open.get(url.pathname)
    if (request.method !== 'PATCH' || !upload || Number(request.headers['upload-offset']) !== upload.bytes.length) {
      response.writeHead(409).end()
      return
    }
    upload.bytes = Buffer.concat([upload.bytes, await bodyOf(request)])
    if (upload.bytes.length === upload.length)
      site.keep({ case: upload.ofCase, field: '', fileName: '', bytes: upload.bytes })
    response.writeHead(204, { 'Upload-Offset': String(upload.bytes.length) }).end()
  })
}
