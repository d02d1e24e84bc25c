import { StratlasError } from '../contract/index.ts'

const LONGEST_KEY = 1024
const LONGEST_PART = 255

/**
 * Refuses a blob key that a directory or S3 could not hold or that could point out of its home: `../x`, `/x`, `a//b`,
 * control characters, backslashes, too long. Throws REQUEST_INVALID. Answers the key itself.
 */
export function safeKey(key: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  const clean = !/[\u0000-\u001f\u007f\\]/.test(key) && key.isWellFormed()
  if (clean && Buffer.byteLength(key) <= LONGEST_KEY && key.split('/').every(isSafePart)) return key
  throw new StratlasError('REQUEST_INVALID', 'This is no key that a file can be kept under.')
}

const isSafePart = (part: string): boolean =>
  part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= LONGEST_PART
