/** Alternatives of a word that are shown, at most. */
const SHOWN = 3

/** A phrase as people read it, with no more than three alternatives of each word: `dom/centar/klub/… za starije`. */
export const shown = (pattern: string): string =>
  pattern.replaceAll(/[^\s/[\]]+(?:\/[^\s/[\]]+)+/gu, (choices) => {
    const words = choices.split('/')
    return words.length > SHOWN ? [...words.slice(0, SHOWN), '…'].join('/') : choices
  })
