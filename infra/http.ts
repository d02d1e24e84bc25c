import { RemovalPolicy } from 'aws-cdk-lib'
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { type Choices, settings } from './settings.ts'

export interface HttpProps {
  readonly api: IFunction
  readonly choices: Choices
}

const PATH = '/v1/{proxy+}'

/**
 * The HTTP API in front of the api function, throttled. Writing needs a sign-in: a request signed with IAM, or a token
 * of the chosen issuer. Reading is open to anyone, or needs the same.
 */
export class Http extends Construct {
  readonly id: string
  readonly url: string
  /** Answers that were a fault of ours. */
  readonly faults: Metric

  constructor(scope: Construct, id: string, { api, choices }: HttpProps) {
    super(scope, id)
    const http = new HttpApi(this, 'Api', { createDefaultStage: false })
    const integration = new HttpLambdaIntegration('Integration', api)
    const authorizer = signIn(choices)
    const isOpen = choices.reading === 'public'
    const reading = http.addRoutes({
      path: PATH,
      methods: [HttpMethod.GET, HttpMethod.HEAD],
      integration,
      ...(!isOpen && { authorizer }),
    })
    if (isOpen)
      for (const route of reading)
        acknowledge(route, 'APIG4', 'Anyone may read, by choice of the context "reading"; the stage is throttled.')
    else if (choices.issuer?.clientId)
      for (const route of http.addRoutes({ path: '/v1/sign-in', methods: [HttpMethod.GET], integration }))
        acknowledge(route, 'APIG4', 'Who is to sign in has to be told where, and is told nothing else.')
    const writing = [HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE]
    http.addRoutes({ path: PATH, methods: writing, integration, authorizer })
    this.id = http.apiId
    this.faults = http.metricServerError()
    this.url = this.#stage(http).url
  }

  #stage(httpApi: HttpApi): HttpStage {
    const logs = new LogGroup(this, 'Logs', {
      retention: settings.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    return new HttpStage(this, 'Stage', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: settings.throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(logs) },
    })
  }
}

const signIn = ({ issuer }: Choices): IHttpRouteAuthorizer =>
  issuer ? new HttpJwtAuthorizer('Tokens', issuer.url, { jwtAudience: [issuer.audience] }) : new HttpIamAuthorizer()
