import { join } from 'node:path'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { ApplicationLogLevel, Architecture, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda'
import { type BundlingOptions, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { METRICS_NAMESPACE, settings } from './settings.ts'

const root = join(import.meta.dirname, '..')

/** What a function may do: each permission names its actions and its resources. */
export interface Permission {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

export interface StepProps {
  /** File name in functions/ without `.ts`. */
  readonly handler: string
  readonly memory: number
  readonly timeout: Duration
  readonly environment: Readonly<Record<string, string>>
  readonly allow: readonly Permission[]
  /** Packages that are carried as they lie in the project, not bundled, and their files. */
  readonly packages?: readonly string[]
  readonly files?: readonly string[]
}

/**
 * One Lambda function with its own role, its own log group and nothing it does not need: arm64, Node 24, one ES module
 * with the SDK inside, source maps without sources.
 */
export class Step extends Construct {
  readonly lambda: NodejsFunction

  constructor(scope: Construct, id: string, props: StepProps) {
    super(scope, id)
    const { handler, memory, timeout, environment, allow, packages = [], files = [] } = props
    const logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    for (const { actions, resources } of allow)
      role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
    this.lambda = new NodejsFunction(this, 'Function', {
      entry: join(root, 'functions', `${handler}.ts`),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        POWERTOOLS_SERVICE_NAME: handler,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
        ...environment,
      },
      bundling: bundling(packages, files),
    })
  }
}

/** One module, and beside it what is carried as it lies in the project. */
const bundling = (packages: readonly string[], files: readonly string[]): BundlingOptions => ({
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourceMap: true,
  sourcesContent: false,
  bundleAwsSDK: true,
  externalModules: [...packages],
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (from, to) => (files.length ? [`tar -C ${from} -cf - ${files.join(' ')} | tar -C ${to} -xf -`] : []),
  },
  esbuildArgs: { '--conditions': 'module', '--legal-comments': 'none' },
  // CommonJS packages inside the bundle still call require.
  banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
})
