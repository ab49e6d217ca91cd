export function findChromium(): string | null
export function findFirefox(): string | null
export function findPerl(): string | null
export function findInPath(name: string): string | null
export function hasDisplay(): boolean
