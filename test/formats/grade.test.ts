import { describe, expect, test } from 'vitest'
import { gradeOf } from '../../lib/formats/grade.ts'

const page = (words: string): string => words.repeat(20)

describe('a text layer', () => {
  test.each([
    ['Serbian', 'Lokalna uprava obezbeđuje pomoć u kući i dnevni boravak. '],
    ['Serbian in Cyrillic', 'Локална управа обезбеђује помоћ у кући и дневни боравак. '],
    ['Polish', 'Gmina zapewnia usługi opiekuńcze w miejscu zamieszkania. '],
    ['in an encoding that can be put right', 'Îïøòèíà ïðóæà óñëóãå ïîìîžè ó êóžè è äíåâíè áîðàâàê. '],
  ])('is good: %s', (_, words) => {
    expect(gradeOf(page(words))).toBe('good')
  })

  test('is not judged by a few letters', () => {
    expect(gradeOf('Ο δήμος')).toBe('good')
  })

  test.each([
    ['letters of another alphabet', 'Ο δήμος παρέχει βοήθεια στο σπίτι και ημερήσια φροντίδα. '],
    ['letters that a wrong glyph map gives', 'Ϻϼϣϯϩϰϛ ϼϽϯϥϛ ϯϾϨϯϞϠ ϼϻϺϻϴϣ ϯ ϸϯϴϣ ϣ ϟϰϠϝϰϣ ϜϻϽϛϝϛϸ. '],
    ['private letters', '\ue001\ue002\ue003 \ue004\ue005. '],
    ['no letters', '%% && (()) == ++ '],
  ])('is poor: %s', (_, words) => {
    expect(gradeOf(page(words))).toBe('poor')
  })
})
