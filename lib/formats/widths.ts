/** Letters by their width in hundredths of their size: between those of a serif and of a sans serif. */
const WIDTHS: Readonly<Record<number, string>> = {
  22: "'‘’",
  26: ' \u00a0ijl.,:;|ıј',
  29: '!/\\ftIІі',
  34: '()[]{}-‐r„“”"*`°',
  41: 'Jsгѕ',
  47: 'czvxyктзсвач',
  50: 'ae',
  53: 'abdbghknopqu0123456789#$_–',
  55: 'FLPSнлйѓ+=<>~',
  58: 'ETZГСЕЗТ',
  64: 'BVXYКРБВмАУ',
  68: 'ACKRUДХЋЂЦЧ',
  73: 'DGHNwOQЛИЙНОПж&ф',
  82: 'шщџmљњ%Ф',
  88: 'MМЖ@',
  95: 'WШЩЏЉЊ—…',
}
const USUAL = 0.53
/** Behind the last letter of Cyrillic. */
const LAST = 0x530

/** Widths by the number of the letter; one with a mark is as wide as without. */
const widths = new Float32Array(LAST).fill(USUAL)
const others = new Map<number, number>()
for (const [width, letters] of Object.entries(WIDTHS))
  for (const letter of letters) {
    const code = letter.charCodeAt(0)
    if (code < LAST) widths[code] = Number(width) / 100
    else others.set(code, Number(width) / 100)
  }
for (let code = 0xc0; code < LAST; code++)
  widths[code] = widths[String.fromCharCode(code).normalize('NFD').charCodeAt(0)] ?? USUAL

/** How wide a letter is in sizes of its own, by and large: that of `i` is 0.26. */
export const widthOf = (code: number): number => widths[code] ?? others.get(code) ?? USUAL
