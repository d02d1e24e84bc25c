import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { safeKey } from '../key.ts'
import { UPLOAD_SECONDS } from '../uploads.ts'

/** How an object is answered, whatever was said of it when it was stored. */
export interface Answered {
  readonly mediaType: string
  readonly disposition: string
}

/** A short-lived address of an object in a bucket: `download(s3, 'b', 'uploads/1/a.pdf', { mediaType, disposition })`. */
export const download = (client: S3Client, bucket: string, key: string, answered: Answered): Promise<string> =>
  getSignedUrl(
    client,
    new GetObjectCommand({
      Bucket: bucket,
      Key: safeKey(key),
      ResponseContentType: answered.mediaType,
      ResponseContentDisposition: answered.disposition,
    }),
    { expiresIn: UPLOAD_SECONDS },
  )
