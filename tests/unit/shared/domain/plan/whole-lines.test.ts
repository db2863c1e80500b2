/** A plan read again from its own text, one paragraph a line, says what it said; no place in it moves. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocumentBytes } from '../../../../../electron/adapters/intake/read-document';
import { wholeLines } from '../../../../../shared/domain/plan/composing/whole-lines';
import { readPlan } from '../../../../../shared/domain/plan/reading/read-plan';
import { sourceFromLines } from '../../../../../shared/domain/plan/reading/source-from-lines';

const FOLDER = 'tests/fixtures/plans';
const FILES = readdirSync(FOLDER).filter((file) => /\.(?:txt|md|docx)$/u.test(file));

describe('the plan’s own text, one paragraph a line', () => {
  it('is tried on every kind of plan', () => expect(FILES.length).toBeGreaterThan(10));

  it.each(FILES)('says what %s said', async (name) => {
    const document = await readDocumentBytes(readFileSync(join(FOLDER, name)), name);
    if (!document.ok) throw new Error(document.error.message);
    const first = readPlan(document.value);
    const text = wholeLines(first.text, first.plan);
    expect(text.length).toBe(first.text.length);
    const again = readPlan(sourceFromLines(text));
    expect(again.text).toBe(text);
    // That letters were converted is said of the file; its text no longer has any.
    const warnings = first.plan.warnings.filter(({ code }) => code !== 'converted-encoding');
    expect(again.plan).toEqual({ ...first.plan, warnings });
  });

  it('joins nothing: two lines that a wrapped text would join are two paragraphs', () => {
    const lines = [
      'KẾ HOẠCH',
      'tuyên truyền',
      'I. MỤC ĐÍCH',
      '- Nâng cao nhận thức của',
      'cán bộ, đảng viên.',
    ];
    const { plan } = readPlan(sourceFromLines(lines.join('\n')));
    expect(plan.sections[0]?.paragraphs).toEqual(['- Nâng cao nhận thức của', 'cán bộ, đảng viên.']);
  });
});
