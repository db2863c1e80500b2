/** A comparison tells both texts again, and edits made from it lead from one to the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  editsBetween,
  movedSpan,
  narrowedEdits,
  orderedEdits,
  tidyText,
} from '../../shared/domain/plan/composing/text-edits';
import { compareTexts, compareWords, countsOf } from '../../shared/text/compare-texts';
import { diffSequences } from '../../shared/text/diff';

const word = fc.constantFrom(
  'cán',
  'bộ',
  'đảng',
  'viên',
  'học',
  'tập',
  'ngày',
  '10/3/2026',
  ',',
  '1.',
  '- ',
  '',
);
const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
/** A text and another that was made of it by cutting, inserting and moving lines. */
const versions = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 14 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), line), { maxLength: 5 }),
  )
  .map(([lines, changes]): [string, string] => {
    const next = [...lines];
    for (const [kind, at, added] of changes) {
      const index = at % (next.length + 1);
      if (kind % 4 === 0) next.splice(index, 1);
      else if (kind % 4 === 1) next.splice(index, 0, added);
      else if (kind % 4 === 2) next[index] = `${next[index] ?? ''} ${added}`;
      else next.splice((at * 7) % (next.length + 1), 0, ...next.splice(index, 1));
    }
    return [lines.join('\n'), next.join('\n')];
  });

describe('comparing', () => {
  it('tells the older and the newer text again, in order', () => {
    fc.assert(
      fc.property(fc.oneof(versions, fc.tuple(text, text)), ([before, after]) => {
        const rows = compareTexts(before, after);
        const side = (key: 'before' | 'after') =>
          rows.flatMap((row) => (row[key] === null ? [] : [row[key]])).join('\n');
        expect(side('before')).toBe(before);
        expect(side('after')).toBe(after);
        for (const row of rows) if (row.kind === 'same') expect(row.before).toBe(row.after);
      }),
    );
  });

  it('tells both paragraphs again in words', () => {
    fc.assert(
      fc.property(line, line, (before, after) => {
        const words = compareWords(before, after);
        const without = (kind: string) =>
          words
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('finds a longest common sequence, whatever the method', () => {
    const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        let kept = 0;
        let at = 0;
        let to = 0;
        for (const hunk of diffSequences(a, b)) {
          expect(a.slice(at, hunk.aStart)).toEqual(b.slice(to, hunk.bStart));
          kept += hunk.aStart - at;
          [at, to] = [hunk.aEnd, hunk.bEnd];
        }
        expect(a.slice(at)).toEqual(b.slice(to));
        kept += a.length - at;
        expect(kept).toBe(longestCommon(a, b));
      }),
    );
  });

  it('tells a moved paragraph as moved, whatever its number became', () => {
    const rows = compareTexts(
      '1. Tổ chức hội nghị quán triệt nghị quyết\nII. HAI\n2. Một việc hoàn toàn khác ở đây',
      'II. HAI\n2. Một việc hoàn toàn khác ở đây\n3. Tổ chức hội nghị quán triệt nghị quyết',
    );
    expect(countsOf(rows)).toEqual({ changed: 0, removed: 0, added: 0, moved: 1 });
  });

  it('compares two long versions well within a blink', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `${index}. Nhiệm vụ số ${index * 7919} của đơn vị`,
    );
    const next = lines.flatMap((each, index) =>
      index % 50 === 0 ? [] : index % 50 === 1 ? [each, `Thêm dòng ${index}`] : [each],
    );
    const rows = compareTexts(lines.join('\n'), next.join('\n'));
    expect(countsOf(rows).changed + countsOf(rows).removed + countsOf(rows).added).toBe(120);
  });
});

describe('edits', () => {
  it('made from a comparison lead from the one text to the other', () => {
    fc.assert(
      fc.property(fc.oneof(versions, fc.tuple(text, text)), ([before, after]) => {
        const edits = editsBetween(before, after);
        expect(orderedEdits(before.length, edits)).not.toBeNull();
        expect(applyEdits(before, edits)).toBe(after);
      }),
    );
  });

  it('are narrowed without changing what they do', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), text, (before, one, other, words) => {
        const [start, end] = [one % (before.length + 1), other % (before.length + 1)].sort(
          (a, b) => a - b,
        ) as [number, number];
        const edits = [{ start, end, text: words }];
        expect(applyEdits(before, narrowedEdits(before, edits))).toBe(applyEdits(before, edits));
      }),
    );
  });

  it('keep a place on its words where they touch none of them', () => {
    fc.assert(
      fc.property(versions, fc.nat(), ([before, after], pick) => {
        const words = `Dấu riêng số ${pick}`;
        const marked = `${before}\n${words}\n${before}`;
        const span = { start: before.length + 1, end: before.length + 1 + words.length };
        const edits = editsBetween(before, after);
        const moved = movedSpan(span, edits);
        expect(moved && applyEdits(marked, edits).slice(moved.start, moved.end)).toBe(words);
      }),
    );
  });

  it('tidied text is tidied once', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const tidy = tidyText(typed);
        expect(tidyText(tidy)).toBe(tidy);
        expect(tidy).not.toMatch(/\n\n|^\s|\s$| {2}/u);
      }),
    );
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const each of a) {
    let diagonal = 0;
    for (const [j, other] of b.entries()) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = each === other ? diagonal + 1 : Math.max(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
