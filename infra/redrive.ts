import { parseArgs } from 'node:util'
import { SQSClient } from '@aws-sdk/client-sqs'
import { deadLetters, sendBack } from './letters.ts'

/**
 * `npm run redrive`: what lies among the dead letters, by stage. `npm run redrive -- read extract` sends those of these
 * stages back to be tried again, `npm run redrive -- --all` those of all. Region and credentials as the AWS tools have them.
 */
const { positionals, values } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const client = new SQSClient({})
const stages = await deadLetters(client)
if (!stages.length) console.log('There are no queues of stratlas here. Are region and account the right ones?')
for (const stage of stages) {
  const isWanted = values.all || positionals.includes(stage.name)
  const sent = isWanted ? await sendBack(client, stage) : 0
  console.log(`${stage.name.padEnd(10)} ${stage.dead} dead letters${isWanted ? `, ${sent} sent back` : ''}`)
}
const unknown = positionals.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length) {
  console.error(`There is no stage ${unknown.join(', ')}.`)
  process.exitCode = 1
}
