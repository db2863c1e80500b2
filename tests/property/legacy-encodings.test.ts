/** The old encodings convert letter by letter and back, and no Unicode text is taken for one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingOfFont, fromLegacy, toLegacy } from '../../shared/text/legacy/convert';
import { legacyEncodingOf, toUnicode } from '../../shared/text/legacy/detect';
import { TCVN3, VNI } from '../../shared/text/legacy/tables';
import { toNfc } from '../../shared/text/normalize';

const folder = join(import.meta.dirname, '../fixtures/plans');
const plans = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => toNfc(readFileSync(join(folder, name), 'utf8')));

const SMALL = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';
const SIGNS = ' .,;:!?()/-+%0123456789\n';
const lettersOf = (letters: string) =>
  fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 200 });

describe('old encodings', () => {
  it('have a code for each of the 67 small letters, and no code twice', () => {
    for (const table of [TCVN3, VNI]) {
      expect(new Set(table.map(([letter]) => letter)).size).toBe(table.length);
      expect(new Set(table.map(([, code]) => code)).size).toBe(table.length);
      const known = new Set(table.map(([letter]) => letter));
      for (const letter of SMALL) expect(/[a-z]/.test(letter) || known.has(letter)).toBe(true);
    }
    expect(VNI).toHaveLength(134);
    expect(TCVN3).toHaveLength(74);
  });

  it('convert VNI to and fro, capitals too', () => {
    fc.assert(
      fc.property(lettersOf(SMALL + SMALL.toUpperCase() + SIGNS), (text) => {
        expect(fromLegacy(toLegacy(text, 'vni'), 'vni')).toBe(text);
      }),
    );
  });

  it('convert TCVN3 to and fro, but toned capitals, which it has none of', () => {
    fc.assert(
      fc.property(lettersOf(`${SMALL}ABCDEGHIKLMNOPQRSTUVXYĂÂÊÔƠƯĐ${SIGNS}`), (text) => {
        expect(fromLegacy(toLegacy(text, 'tcvn3'), 'tcvn3')).toBe(text);
      }),
    );
  });

  it('are told in whole plans', () => {
    for (const plan of plans) {
      expect(legacyEncodingOf(toLegacy(plan, 'tcvn3'))).toBe('tcvn3');
      expect(legacyEncodingOf(toLegacy(plan, 'vni'))).toBe('vni');
      expect(toUnicode(toLegacy(plan.replaceAll('©', ''), 'vni')).text).toBe(plan.replaceAll('©', ''));
    }
  });

  it('are never seen in Unicode text: Vietnamese, without marks, French, German, random', () => {
    const foreign = fc.constantFrom(
      'Les élèves sont déjà arrivés à la fête où l’on mangeait des crêpes, hélas très brûlées après l’été. ',
      'Über die größeren Häuser führt der schönste Weg; früher wäre er für Füße nützlich, später natürlich auch. ',
      'Informe da comissão: situação não é má, ações são tão necessárias às populações, três irmãos vêm também. ',
      'Ke hoach tuyen truyen, quan triet nghi quyet cua Dang uy phuong An Binh nam 2026. ',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...plans), foreign, fc.string({ maxLength: 2000 })),
        fc.nat(),
        (text, at) => {
          const part = text.length > 400 ? text.slice(at % (text.length - 300)) : text.repeat(4);
          expect(legacyEncodingOf(part)).toBeNull();
          expect(toUnicode(part)).toEqual({ text: part, from: null });
        },
      ),
    );
  });

  it('are known by the names of their fonts only', () => {
    expect(encodingOfFont('.VnTime')).toEqual({ encoding: 'tcvn3', capitals: false });
    expect(encodingOfFont('.VnArialH')).toEqual({ encoding: 'tcvn3', capitals: true });
    expect(encodingOfFont('VNI-Times')).toEqual({ encoding: 'vni', capitals: false });
    for (const font of ['Times New Roman', 'Vni', 'Vnu', 'Arial', ''])
      expect(encodingOfFont(font)).toBeNull();
  });
});
