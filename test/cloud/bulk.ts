import type { AttributeValue } from '@aws-sdk/client-dynamodb'

type Row = Record<string, AttributeValue>

const s = (S: string): AttributeValue => ({ S })

/** The three items of the n-th document of others: the document, a finding, an edge; with the keys of the data model. */
export function marshalled(n: number): Row[] {
  const id = n.toString(16).padStart(20, 'f')
  const municipality = `MUNI#xx-${n % 2500}`
  const month = `2026-${String((n % 12) + 1).padStart(2, '0')}`
  return [
    { pk: s(`DOC#${id}`), sk: s('META'), gsi2pk: s(`L#XX#${month}`), gsi2sk: s(`${month}-01#${id}`) },
    { pk: s(municipality), sk: s(`F#services#home-care#${id}#1`) },
    {
      pk: s(municipality),
      sk: s(`E#services#s-${n}`),
      gsi1pk: s(`T#services#s-${n}`),
      gsi1sk: s(`XX#${municipality}`),
    },
  ]
}
