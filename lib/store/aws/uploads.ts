import type { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { UPLOAD_LIMIT, type UploadRequest } from '../../contract/index.ts'
import { expiry, UPLOAD_SECONDS, type UploadAddress, type Uploads } from '../uploads.ts'

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/

/** Uploads straight into an S3 bucket: a presigned POST whose policy names the key and limits the size. */
export class AwsUploads implements Uploads {
  readonly here = false
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  async address(key: string, { mediaType }: UploadRequest, now: Date): Promise<UploadAddress> {
    const type = mediaType !== undefined && MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream'
    const { url, fields } = await createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: key,
      Fields: { 'Content-Type': type },
      Conditions: [['content-length-range', 1, UPLOAD_LIMIT], { 'Content-Type': type }],
      Expires: UPLOAD_SECONDS,
    })
    return { url, fields, expiresAt: expiry(now) }
  }
}
