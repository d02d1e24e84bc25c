import { readFileSync } from 'node:fs'
import { Duration } from 'aws-cdk-lib'
import { expect, test } from 'vitest'
import { CHOICES, checkTimeouts, settings } from '../../infra/settings.ts'

test('all that can be set or chosen is described in the guide', () => {
  const guide = readFileSync('docs/deploy.md', 'utf8')
  for (const name of [...Object.keys(settings), ...CHOICES]) expect(guide, name).toContain(`\`${name}\``)
})

test.each([100, 600])(
  'a timeout of %i s that does not fit the lock on a document is refused, with what would',
  (seconds) => {
    const steps = { extract: { timeout: Duration.seconds(seconds) } }
    expect(() => checkTimeouts(steps)).toThrow(`infra/settings.ts: extract.timeout is ${seconds} s; set 101 to 599 s.`)
  },
)
