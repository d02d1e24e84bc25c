declare module 'word-extractor' {
  interface TextOptions {
    readonly filterUnicode?: boolean
    readonly includeHeadersAndFooters?: boolean
  }

  class WordExtractor {
    extract(source: string | Buffer): Promise<{
      getBody(options?: TextOptions): string
      getFootnotes(options?: TextOptions): string
      getEndnotes(options?: TextOptions): string
      getTextboxes(options?: TextOptions): string
    }>
  }
  export = WordExtractor
}
