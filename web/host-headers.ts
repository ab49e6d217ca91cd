import { CSP } from './csp'

/** What a host should send with every file, beside what it sends anyway; docs/hosting.md shows it for web servers. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${CSP}; frame-ancestors 'none'`,
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Returns the file that Apache reads in the page's folder. */
export function htaccess(): string {
  const headers = Object.entries(HEADERS).map(([name, value]) => `  Header always set ${name} "${value}"`)
  return `AddType application/manifest+json .webmanifest
AddType text/javascript .js
AddDefaultCharset utf-8
<IfModule mod_headers.c>
${headers.join('\n')}
  Header set Cache-Control "no-cache"
  <FilesMatch "-[A-Za-z0-9_-]{8}\\.(js|css)$">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </FilesMatch>
</IfModule>
`
}

/** Returns the file that many hosts of static pages read, at their root. */
export function headersFile(): string {
  const headers = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  return `/*\n${headers.join('\n')}\n  Cache-Control: no-cache\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`
}
