import { namesIn, type Parts, unpack } from './archive.ts'
import { Outlines, prepare } from './docx-outline.ts'
import { DocxText, type Tree } from './docx-text.ts'
import { damaged, OFFICE_LIMIT } from './office.ts'
import type { Reader } from './reader.ts'
import { walk } from './xml.ts'

/** Parts that hold text, styles and relations; pictures and what is embedded are never opened. */
const NEEDED = /\.(?:xml|rels)$/iu
/** Parts of the text: they are walked through before mammoth builds its tree of them. */
const VETTED = /^word\/[^/]+\.xml$/u

/** Word documents of 2007 and later (DOCX, DOCM, DOTX), their structure read by mammoth. */
export const docx: Reader = {
  name: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limit: OFFICE_LIMIT,
  recognises: (bytes) => namesIn(bytes).some((name) => /^word\/(?:document\d*|styles|settings)\.xml$/u.test(name)),
  async read(bytes) {
    const parts = await unpack(bytes, (name) => NEEDED.test(name))
    const outlines = new Outlines()
    for (const [name, part] of parts) if (VETTED.test(name)) walk(part, name === 'word/styles.xml' ? outlines : {})
    const text = new DocxText(await treeOf(parts), outlines)
    return text.flow.reading()
  },
}

/** The document tree as mammoth builds it; it is taken away before mammoth would make HTML of it. */
async function treeOf(parts: Parts): Promise<Tree> {
  // Opened when the first file needs it: a start has no use for it.
  const { default: mammoth } = await import('mammoth')
  let tree: Tree | undefined
  const take = (document: Tree) => {
    tree = document
    return { ...document, children: [] }
  }
  try {
    // the parts that were counted are all that mammoth gets, not the archive: it would unpack that without limits
    const input = { file: archiveOf(parts) } as unknown as { buffer: Buffer }
    await mammoth.convertToHtml(input, { transformDocument: take, includeEmbeddedStyleMap: false })
  } catch (error) {
    throw damaged(error)
  }
  if (!tree) throw damaged()
  return tree
}

/** Parts in the shape in which mammoth reads an archive that is open already. */
const archiveOf = (parts: Parts) => ({
  exists: (name: string) => parts.has(name),
  read: async (name: string) => prepare(name, new TextDecoder().decode(parts.get(name))),
})
