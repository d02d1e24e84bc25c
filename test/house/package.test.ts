import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const Names = z.record(z.string(), z.string()).default({})
const Package = z.object({ scripts: Names, dependencies: Names, devDependencies: Names })
const Lock = z.object({ packages: z.record(z.string(), z.object({ optionalDependencies: Names })) })

describe('the package', () => {
  const { scripts, dependencies, devDependencies } = Package.parse(json('package.json'))

  test('has at most fourteen scripts', () => {
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(14)
  })

  test('names exact versions', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/u)
  })

  test('is locked for every platform: each optional dependency of each package has its entry', () => {
    const { packages } = Lock.parse(json('package-lock.json'))
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    )
    expect(missing).toEqual([])
  })
})
