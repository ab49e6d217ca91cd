/** A file of a form, its bytes exactly as they came over the wire. */
export interface FormFile {
  readonly field: string
  readonly fileName: string
  readonly bytes: Buffer
}

/**
 * Returns the files of a form in their order, read by the parser that Node itself uses; a field without a file gives one of no
 * bytes, as browsers send it. @throws when the body is no form.
 */
export async function formFiles(body: Buffer, contentType: string): Promise<FormFile[]> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  const files: FormFile[] = []
  for (const [field, value] of form)
    if (value instanceof File)
      files.push({ field, fileName: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
  return files
}
