/** Photos that cannot be taken apart, and why; each is refused as "could not be checked". */
export const CANNOT_SPLIT: Readonly<Record<string, string>> = {}

/** Cleaned photos in which ExifTool still prints something, and why that says nothing about a person. */
export const NOT_CLEAN: Readonly<Record<string, string>> = {}
