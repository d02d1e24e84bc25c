import type { Name, Stages } from './permissions.ts'
import type { Issuer } from './settings.ts'
import type { State } from './state.ts'

/** Where each function finds everything: the names that `functions/home.ts` and `functions/api.ts` read. */
export function environments(
  { table, uploads, derived }: State,
  { read, ocr, extract, aggregate, reanalyse, export: exporting }: Stages,
  issuer?: Issuer,
): Readonly<Record<Name, Readonly<Record<string, string>>>> {
  const common = {
    TABLE: table.tableName,
    UPLOADS: uploads.bucketName,
    DERIVED: derived.bucketName,
    READ_QUEUE: read.queue.queueUrl,
    OCR_QUEUE: ocr.queue.queueUrl,
    EXTRACT_QUEUE: extract.queue.queueUrl,
    AGGREGATE_QUEUE: aggregate.queue.queueUrl,
  }
  const counted = {
    REANALYSE_QUEUE: reanalyse.queue.queueUrl,
    READ_QUEUE_DEAD: read.dead.queueUrl,
    OCR_QUEUE_DEAD: ocr.dead.queueUrl,
    EXTRACT_QUEUE_DEAD: extract.dead.queueUrl,
    AGGREGATE_QUEUE_DEAD: aggregate.dead.queueUrl,
    REANALYSE_QUEUE_DEAD: reanalyse.dead.queueUrl,
  }
  return {
    ...{ read: common, ocr: common, extract: common, aggregate: common },
    export: { ...common, EXPORT_QUEUE: exporting.queue.queueUrl },
    api: { ...common, ...counted, ...signIn(issuer) },
  }
}

/** How the page signs people in, where it does. */
const signIn = (issuer: Issuer | undefined): Readonly<Record<string, string>> =>
  issuer?.clientId === undefined
    ? {}
    : { SIGN_IN_ISSUER: issuer.url, SIGN_IN_CLIENT: issuer.clientId, SIGN_IN_AUDIENCE: issuer.audience }
