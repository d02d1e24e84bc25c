import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Blobs } from '../../lib/store/index.ts'
import { collect } from '../../lib/store/page.ts'

const bytes = (words: string) => new TextEncoder().encode(words)
const words = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found)

/** What every home of blobs does. */
export function blobsContract(name: string, open: () => Promise<{ blobs: Blobs; close(): Promise<void> }>) {
  describe(`blobs: ${name}`, () => {
    let home: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      home = await open()
    })
    afterAll(() => home.close())

    it('answers the bytes that were put, the last ones where there were several', async () => {
      await home.blobs.put('uploads/a.txt', bytes('one'), 'text/plain')
      expect(words(await home.blobs.get('uploads/a.txt'))).toBe('one')
      await home.blobs.put('uploads/a.txt', bytes('two'))
      expect(words(await home.blobs.get('uploads/a.txt'))).toBe('two')
    })

    it('keeps every byte value, and nothing at all', async () => {
      const all = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)
      await home.blobs.put('bytes/all', all)
      expect(Buffer.compare((await home.blobs.get('bytes/all')) ?? bytes(''), all)).toBe(0)
      await home.blobs.put('bytes/none', bytes(''))
      expect(await home.blobs.get('bytes/none')).toHaveLength(0)
    })

    it('knows nothing of what is not there', async () => {
      expect(await home.blobs.get('uploads/missing')).toBeUndefined()
      expect(await home.blobs.get('uploads/a.txt/below')).toBeUndefined()
      expect(await collect(home.blobs.list('nowhere/'))).toEqual([])
    })

    it('deletes, and does not mind where there is nothing', async () => {
      await home.blobs.put('gone/x', bytes('x'))
      await home.blobs.delete('gone/x')
      await home.blobs.delete('gone/x')
      expect(await home.blobs.get('gone/x')).toBeUndefined()
      expect(await collect(home.blobs.list('gone/'))).toEqual([])
    })

    it('lists keys by prefix in UTF-8 order', async () => {
      const keys = ['list/a', 'list/a-b', 'list/a0/x', 'list/č.pdf', 'list/стратегија.pdf', 'list/b/c d+e.txt']
      for (const key of keys) await home.blobs.put(key, bytes(key))
      await home.blobs.put('lists', bytes('other'))
      expect(await collect(home.blobs.list('list/'))).toEqual([
        'list/a',
        'list/a-b',
        'list/a0/x',
        'list/b/c d+e.txt',
        'list/č.pdf',
        'list/стратегија.pdf',
      ])
      expect(await collect(home.blobs.list('list/a'))).toEqual(['list/a', 'list/a-b', 'list/a0/x'])
    })

    it('lists more than one page', async () => {
      const keys = Array.from({ length: 1005 }, (_, i) => `many/${String(i).padStart(4, '0')}`)
      for (let i = 0; i < keys.length; i += 50)
        await Promise.all(keys.slice(i, i + 50).map((key) => home.blobs.put(key, bytes('.'))))
      expect(await collect(home.blobs.list('many/'))).toEqual(keys)
    })

    it.each(['', '/', '/etc/passwd', '../x', 'a/../b', 'a/./b', 'a//b', 'a/', 'a\\b', 'a\0b', `a/${'x'.repeat(256)}`])(
      'refuses the key %j',
      async (key) => {
        await expect(home.blobs.put(key, bytes('x'))).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
        await expect(home.blobs.get(key)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
        await expect(home.blobs.delete(key)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
      },
    )
  })
}
