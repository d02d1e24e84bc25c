/** What a browser may do with the page: use its own files and API, and ask these other origins. `pagePolicy(['https://a.b'])` */
export const pagePolicy = (origins: readonly string[]): string =>
  [
    "default-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
