import { Duration, Stack, Validations } from 'aws-cdk-lib'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { dataBucket, logBucket } from './bucket.ts'
import { pagePolicy } from './page-policy.ts'

export interface SiteProps {
  /** Id of the HTTP API that answers `/v1/*`. */
  readonly apiId: string
  /** The one bucket beyond its own origin that the page may send files to. */
  readonly uploads: Bucket
  /** Where people sign in. */
  readonly origins: readonly string[]
}

/**
 * The page and the API on one origin: a distribution in front of a private bucket and of the HTTP API, so that the page
 * needs no CORS. The page's files are put there by `aws s3 sync`; nothing of the stack carries them.
 */
export class Site extends Construct {
  readonly bucket: Bucket
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, { apiId, uploads, origins }: SiteProps) {
    super(scope, id)
    const { region, urlSuffix } = Stack.of(this)
    const log = logBucket(this, 'Logs')
    this.bucket = dataBucket(this, 'Page', log)
    const headers = securityHeaders(this, [`https://${uploads.bucketRegionalDomainName}`, ...origins])
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'stratlas: page and API',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      logBucket: log,
      logFilePrefix: 'distribution/',
      defaultBehavior: {
        // Without the right to list, a file that is missing would be answered as forbidden.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers,
        compress: true,
      },
      additionalBehaviors: { '/v1/*': passedOn(`${apiId}.execute-api.${region}.${urlSuffix}`) },
    })
    Validations.of(this.distribution).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason: 'A default root object is set, so nobody is shown the list; without it a missing file is no 404.',
    })
    acknowledge(this.distribution, 'CFR1', 'Researchers of every country may read; nothing here is bound to a place.')
    acknowledge(this.distribution, 'CFR2', 'A web firewall costs more than all the rest; the API is throttled instead.')
    acknowledge(this.distribution, 'CFR4', 'A certificate of its own needs a domain name; CloudFront serves its own.')
  }
}

/** Requests of all kinds, each handed on to a host as it came. */
const passedOn = (host: string): BehaviorOptions => ({
  origin: new HttpOrigin(host),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  compress: true,
})

/** What a browser may do with the page, and that it may do no more. */
const securityHeaders = (scope: Construct, origins: readonly string[]): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: pagePolicy(origins),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
  })
