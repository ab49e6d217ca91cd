import { useMemo } from 'preact/hooks'
import { encodeQR } from 'qr'

/** Light modules around the code that scanners need: ISO/IEC 18004 §5.3.8. */
const QUIET_ZONE_MODULES = 4

interface QrCodeProps {
  readonly text: string
  /** What a screen reader says of it. */
  readonly label: string
}

/** A QR code (ISO/IEC 18004) of a text, always dark on white, because many scanners take no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE_MODULES }), [text])
  const modules = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="qr-code" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={modules.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
