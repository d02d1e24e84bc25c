import { afterAll, beforeAll, expect, test } from 'vitest'
import { UPLOAD_LIMIT } from '../../lib/contract/index.ts'
import { AwsUploads } from '../../lib/store/aws/uploads.ts'
import { startAws } from '../support/aws.ts'

let aws: Awaited<ReturnType<typeof startAws>>
beforeAll(async () => {
  aws = await startAws()
})
afterAll(() => aws.stop())

test('an address in S3 is for one key, one type, and a size', async () => {
  const bucket = await aws.bucket()
  const uploads = new AwsUploads(aws.clients().s3, bucket)
  const now = new Date()
  const request = { name: 'a.pdf', bytes: 5, mediaType: 'application/pdf' }
  const { url, fields, expiresAt } = await uploads.address('uploads/1/a.pdf', request, now)
  expect(url).toContain(bucket)
  expect(fields).toMatchObject({ key: 'uploads/1/a.pdf', 'Content-Type': 'application/pdf' })
  const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString())
  expect(policy.conditions).toContainEqual(['content-length-range', 1, UPLOAD_LIMIT])
  expect(policy.conditions).toContainEqual({ key: 'uploads/1/a.pdf' })
  expect(Date.parse(expiresAt)).toBeGreaterThan(now.getTime())
})

test('a type that is none becomes bytes', async () => {
  const uploads = new AwsUploads(aws.clients().s3, await aws.bucket())
  const { fields } = await uploads.address(
    'uploads/1/a',
    { name: 'a', bytes: 1, mediaType: 'text/html; x="\n' },
    new Date(),
  )
  expect(fields).toMatchObject({ 'Content-Type': 'application/octet-stream' })
})
