import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { Blobs } from '../blobs.ts'
import { safeKey } from '../key.ts'

/** Blobs as objects of one S3 bucket. */
export class AwsBlobs implements Blobs {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(client: S3Client, bucket: string) {
    this.#client = client
    this.#bucket = bucket
  }

  async put(key: string, bytes: Uint8Array, mediaType?: string): Promise<void> {
    const input = { Bucket: this.#bucket, Key: safeKey(key), Body: bytes, ContentType: mediaType }
    await this.#client.send(new PutObjectCommand(input))
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: safeKey(key) }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: safeKey(key) }))
  }

  async *list(prefix: string): AsyncGenerator<string> {
    let token: string | undefined
    do {
      const input = { Bucket: this.#bucket, Prefix: prefix, ContinuationToken: token }
      const { Contents = [], NextContinuationToken } = await this.#client.send(new ListObjectsV2Command(input))
      for (const { Key } of Contents) if (Key !== undefined) yield Key
      token = NextContinuationToken
    } while (token)
  }
}
