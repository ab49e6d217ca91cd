interface Miss {
  /** The start of the sentence: 'serial fefef80c'. */
  readonly what: string
  readonly why: string
}

/** What ExifTool reads in a photo and we do not, and why. */
export const NOT_FOUND: Readonly<Record<string, readonly Miss[]>> = {}

/** Photos in which we find something although ExifTool prints nothing personal, and what it is. */
export const FALSE_ALARMS: Readonly<Record<string, string>> = {}
