import { describe, expect, it } from 'vitest'
import { read } from '../../lib/formats/index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** As much of a PNG as says how large it is. */
function pngHead(width: number, height: number): Buffer {
  const head = Buffer.from(`89504e470d0a1a0a0000000d49484452${'00'.repeat(17)}`, 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

describe('read', () => {
  it('tells formats by content', async () => {
    expect((await read(bytesOf('Strategija'))).reader).toBe('plain')
    expect((await read(bytesOf('\n<!-- a --><!DOCTYPE html><p>Strategija'))).reader).toBe('html')
    expect((await read(bytesOf('<html><body>Strategija'))).mediaType).toBe('text/html')
    expect((await read(bytesOf('U tekstu se pominje <p> i <html>'))).reader).toBe('plain')
  })

  it('normalises line ends, soft hyphens and composed letters', async () => {
    const { reading } = await read(bytesOf('po\u00adrodica\r\nz\u030crtve\rmla\u00ad\ndi'))
    expect(reading.text).toBe('porodica\nžrtve\nmla-\ndi')
  })

  it('reads a text of a single word', async () => {
    expect((await read(bytesOf('Požega'))).reading.text).toBe('Požega')
  })

  it.each([
    ['an empty file', new Uint8Array(), 'FILE_EMPTY'],
    ['a file of blanks and digits', bytesOf(' \n 12 \n'), 'NO_TEXT'],
    ['an empty page', bytesOf('<html><body><p> </p></body></html>'), 'NO_TEXT'],
    ['a JPEG that is cut off', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'IMAGE_DAMAGED'],
    ['a PNG of 30,000 pixels', pngHead(30_000, 30_000), 'PAGE_TOO_LARGE'],
    ['a PNG of too many pixels', pngHead(12_000, 12_000), 'PAGE_TOO_LARGE'],
    ['a TIFF whose directory lies behind its end', Buffer.from('49492a00ffffff00', 'hex'), 'IMAGE_DAMAGED'],
    ['a GIF', Buffer.from('GIF89a'), 'TYPE_UNSUPPORTED'],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'TYPE_UNSUPPORTED'],
    ['binary data', Uint8Array.from({ length: 2000 }, (_, i) => (i * 31) % 251), 'TYPE_UNSUPPORTED'],
    [
      'text that goes over into binary data',
      Buffer.concat([Buffer.alloc(70_000, 'reč '), Buffer.alloc(9000)]),
      'TYPE_UNSUPPORTED',
    ],
    ['a text above the limit', Buffer.alloc(11 * 2 ** 20, 'a '), 'FILE_TOO_LARGE'],
    [
      'a page above the limit',
      Buffer.concat([Buffer.from('<html>'), Buffer.alloc(6 * 2 ** 20, 'a ')]),
      'FILE_TOO_LARGE',
    ],
    ['a page nested without end', bytesOf(`<html>${'<div>'.repeat(3000)}Strategija`), 'TYPE_UNSUPPORTED'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'StratlasError', code })
  })

  it('names what a refused file is and what to do', async () => {
    await expect(read(Buffer.from('GIF89a'))).rejects.toThrow(
      /GIF.*PDF, Word, ODT, RTF, HTML, plain text, PNG, JPEG or TIFF/u,
    )
  })
})
