import { RemovalPolicy } from 'aws-cdk-lib'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { settings } from './settings.ts'

/** The HTTP API in front of the api function: anyone may read, only signed requests of the account may write; throttled. */
export class Http extends Construct {
  readonly url: string

  constructor(scope: Construct, id: string, api: IFunction) {
    super(scope, id)
    const http = new HttpApi(this, 'Api', { createDefaultStage: false })
    const integration = new HttpLambdaIntegration('Integration', api)
    http.addRoutes({ path: '/v1/{proxy+}', methods: [HttpMethod.GET], integration })
    http.addRoutes({
      path: '/v1/{proxy+}',
      methods: [HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE],
      integration,
      authorizer: new HttpIamAuthorizer(),
    })
    const logs = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: http,
      stageName: '$default',
      autoDeploy: true,
      throttle: settings.throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(logs) },
    })
    this.url = stage.url
  }
}
