/** Jaro-Winkler of `natural`, imported by its file: the package's root reads `.env` and loads a database client. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  function likeness(a: string, b: string): number
  export = likeness
}
