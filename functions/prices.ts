/**
 * Prices in USD of region us-east-1, without free tiers. Lambda and DynamoDB: aws.amazon.com/lambda/pricing and
 * aws.amazon.com/dynamodb/pricing/on-demand as cited by third parties in 2025 (after the cut of November 2024). The
 * others as known in 2025. No account and no price list were at hand: replace them before relying on a sum.
 */
export const PRICES = {
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  put: 5e-6,
  get: 0.4e-6,
  message: 0.4e-6,
  invocation: 0.2e-6,
  gigabyteSecond: 13.3334e-6,
  httpRequest: 1e-6,
  logByte: 0.5e-9,
  /** A month of a gigabyte. */
  objects: 0.023,
  items: 0.25,
} as const
