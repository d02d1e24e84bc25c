import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sample, stratlas } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stratlas-score-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('scores the documents of a folder that have gold beside them', async () => {
  const gold = {
    document: 'a.txt',
    language: 'pl',
    script: 'Latn',
    kind: 'news',
    country: 'PL',
    services: ['telecare'],
  }
  await copyFile(sample('pl-cieszyn-offtopic-2023', 'txt'), join(folder, 'a.txt'))
  await writeFile(join(folder, 'a.gold.json'), JSON.stringify(gold))
  const { status, stdout } = await stratlas('score', folder, '--errors')
  expect(status).toBe(0)
  expect(stdout).toContain('a.txt services -telecare\n')
  expect(stdout).toMatch(/^all: 1 documents\n/mu)
  expect(stdout).toMatch(/^pl-Latn: 1 documents\n/mu)
})

test('says what is wrong with a gold file, and where there is no folder', async () => {
  await writeFile(join(folder, 'b.gold.json'), '{"document": "b.txt"}')
  const broken = await stratlas('score', folder)
  expect([broken.status, broken.stderr]).toEqual([1, expect.stringMatching(/^GOLD_INVALID: .*b\.gold\.json/u)])
  const missing = await stratlas('score', join(folder, 'nowhere'))
  expect([missing.status, missing.stderr]).toEqual([1, expect.stringMatching(/^PATH_NOT_FOUND/u)])
})

test('does not commit the figures of other folders', async () => {
  const { status, stderr } = await stratlas('score', folder, '--write')
  expect([status, stderr]).toEqual([2, expect.stringContaining('own gold only')])
})
