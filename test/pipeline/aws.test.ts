import { MAX_RECEIVES } from '../../lib/pipeline/index.ts'
import { pipelineContract } from '../contract/pipeline.ts'
import { openAwsHome, startAws } from '../support/aws.ts'

pipelineContract('AWS', async () => {
  const aws = await startAws()
  return {
    create: (now, fuse) => openAwsHome(aws, { now, fuse, maxReceives: MAX_RECEIVES }),
    close: aws.stop,
  }
})
