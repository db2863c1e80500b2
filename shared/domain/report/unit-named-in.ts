/**
 * Whose file is it? Units whose name stands in a file's name or in a document's first lines, as people write them
 * there: without marks, "TDP3", "tdp_so_03", "CB". A proposal only: a person confirms.
 */
import { writtenOut } from '../office/match';
import type { DirectoryEntry } from '../office/model';
import { matchKey } from '../../text/normalize';

/** Words that a name may go without in a file's name. */
const LEADING = /^(?:(?:chi bo|dang bo|dang uy|chi uy|bch|ban chap hanh)(?: bo phan)? )+/u;

/** Key in which "TDP số 03", "tdp_3" and "Tổ dân phố số 3" are the same words. */
function words(text: string, place: string): string {
  const apart = text
    .replace(/[_\-.]+/gu, ' ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/(?<!\p{L})CB(?!\p{L})/gu, 'chi bộ')
    .replace(/(?<!\p{L})ĐB(?!\p{L})/gu, 'đảng bộ');
  const key = writtenOut(apart)
    .replace(/\b0+(\d)/gu, '$1')
    .replace(/\bso (\d)/gu, '$1');
  const placed = matchKey(place);
  return (placed === '' ? key : key.replace(new RegExp(`\\b(?:phuong|xa|dac khu) ${placed}\\b`, 'gu'), ' '))
    .replace(/\b(?:phuong|xa)$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

interface Spelling {
  readonly unitId: string;
  readonly key: string;
}

export interface UnitFinder {
  /** Ids of the units that the text names; more than one: it is not clear which. */
  find(text: string): readonly string[];
}

/** `place`: the ward's bare name ("An Bình"). */
export function createUnitFinder(units: readonly DirectoryEntry[], place: string): UnitFinder {
  const full = units.flatMap((unit): Spelling[] =>
    [unit.name, unit.short, ...unit.aliases]
      .map((spelling) => words(spelling, place))
      .filter((key) => key.length >= 2)
      .map((key) => ({ unitId: unit.id, key })),
  );
  const bare = full
    .map(({ unitId, key }) => ({ unitId, key: key.replace(LEADING, '') }))
    // "Chi bộ 3" without its first words is a number, which any file's name may have.
    .filter(({ key }) => /\p{L}{2}/u.test(key));
  return {
    find(text) {
      const within = ` ${words(text, place)} `;
      const hits = (spellings: readonly Spelling[]): readonly Spelling[] =>
        spellings.filter(({ key }) => within.includes(` ${key} `));
      const whole = hits(full);
      // A whole name goes before a shortened one of the same words.
      const named = [...whole, ...hits(bare).filter(({ key }) => !whole.some((other) => other.key === key))];
      const longest = named.filter(
        ({ key }) =>
          !named.some((other) => other.key.length > key.length && ` ${other.key} `.includes(` ${key} `)),
      );
      return [...new Set(longest.map(({ unitId }) => unitId))];
    },
  };
}
