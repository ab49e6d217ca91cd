export function findChromium(): string | null
export function findFirefox(): string | null
export function findPerl(): string | null
export function findXvfb(): string | null
export function hasDisplay(): boolean
