import { describe, expect, test } from 'vitest'
import { jobsIn } from '../../functions/announcement.ts'

const announced = (eventName: string, key: string) => ({
  Records: [{ eventName, s3: { object: { key, sequencer: '0055AED6DCD90281E5' } } }],
})

describe('a message on the read queue', () => {
  test('of S3 names the key, form-encoded, and which of several changes is the last', () => {
    for (const event of ['ObjectCreated:Post', 'ObjectRemoved:DeleteMarkerCreated'])
      expect(jobsIn(announced(event, 'uploads/1/Strategija+za+%C5%BDabalj%2B.pdf'))).toEqual([
        { key: 'uploads/1/Strategija za Žabalj+.pdf', order: '0055AED6DCD90281E5' },
      ])
  })

  test('of S3 about anything but an object put or removed asks for nothing, nor does its test', () => {
    expect(jobsIn(announced('ObjectTagging:Put', 'uploads/1/a.pdf'))).toEqual([])
    expect(jobsIn({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' })).toEqual([])
  })

  test('of our own is the job itself', () => {
    expect(jobsIn({ key: 'uploads/1/a.pdf', revision: 3 })).toEqual([{ key: 'uploads/1/a.pdf', revision: 3 }])
  })
})
