import { finish, type Recognised } from '../formats/file.ts'

/** The part of the workbench that recognises pages: alone, so that no other function carries its engine and its data. */
export { recognise as recognising } from '../ocr/index.ts'

/** The part that puts a file together with its recognised pages. */
export const finishing = async (input: Recognised) => finish(input)
