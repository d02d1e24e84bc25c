/**
 * Two modules of `natural`, each imported by its file: the package's root reads `.env` and loads a database client.
 *
 * The Bayes classifier takes arrays of tokens only: given a text, it would cut it up by a tokeniser that drops č ć š ž đ.
 */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    static restore(saved: object): BayesClassifier
    constructor(stemmer?: undefined, smoothing?: number)
    readonly features: Readonly<Record<string, number>>
    /** What counts, given 1 or 0 for each of `features` in their order. */
    readonly classifier: { getClassifications(marked: readonly number[]): { label: string; value: number }[] }
    addDocument(tokens: readonly string[], label: string): void
    train(): void
  }
  export = BayesClassifier
}

/** Jaro-Winkler likeness, 0 to 1. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  function likeness(a: string, b: string): number
  export = likeness
}
