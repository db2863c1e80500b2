/** Nothing that a text holds is lost, doubled or moved by reading it, whatever has happened to the text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedPlanSchema } from '../../shared/domain/plan/parsed';
import { readPlan, securityMark, sourceFromText } from '../../shared/domain/plan/reading/read-plan';
import { faultOf } from '../support/plans/kept-words';
import { fuzzPlans } from '../support/plans/fuzz';

const folder = join(import.meta.dirname, '../fixtures/plans');
const plans = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

function expectNothingLost(source: string): void {
  expect(faultOf(readPlan(sourceFromText(source)))).toBeNull();
}

type Change = (lines: string[]) => string[];
const change: fc.Arbitrary<Change> = fc
  .tuple(
    fc.constantFrom('drop', 'double', 'swap', 'join', 'cut', 'blank', 'insert', 'indent'),
    fc.nat(),
    fc.nat(),
    fc.oneof(
      fc.constantFrom('I. ', '- ', '1. ', 'Nơi nhận:', '|', '*', '12', 'MẬT', 'KT. CHỦ TỊCH', '-----'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    ),
  )
  .map(([kind, first, second, text]) => (lines) => {
    if (lines.length === 0) return lines;
    const at = first % lines.length;
    const other = second % lines.length;
    const out = [...lines];
    const line = out[at] ?? '';
    switch (kind) {
      case 'drop':
        out.splice(at, 1);
        break;
      case 'double':
        out.splice(at, 0, line);
        break;
      case 'swap':
        [out[at], out[other]] = [out[other] ?? '', line];
        break;
      case 'join':
        out.splice(at, 2, `${line} ${out[at + 1] ?? ''}`);
        break;
      case 'cut': {
        const space = line.indexOf(' ', second % (line.length + 1));
        if (space > 0) out.splice(at, 1, line.slice(0, space), line.slice(space + 1));
        break;
      }
      case 'blank':
        out.splice(at, 0, '');
        break;
      case 'indent':
        out[at] = `      ${line.replace(' ', '     ')}`;
        break;
      default:
        out.splice(at, 0, text);
    }
    return out;
  });

const mutated = fc
  .tuple(fc.constantFrom(...plans), fc.array(change, { maxLength: 12 }))
  .map(([plan, changes]) => changes.reduce((lines, apply) => apply(lines), plan.split('\n')).join('\n'));

describe('reading a plan', () => {
  it.each(plans.map((plan, index) => [index, plan] as const))(
    'keeps every word once, in order (%i)',
    (_, plan) => {
      expectNothingLost(plan);
    },
  );

  it('keeps every word once, in order, in changed texts', () => {
    fc.assert(fc.property(mutated, expectNothingLost), { numRuns: 1200 });
  });

  it('keeps every word of damaged texts and .docx, and refuses damaged files in a sentence', async () => {
    const outcome = await fuzzPlans({ runs: 300, seed: 2026, folders: [folder] });
    expect(outcome).toMatchObject({ crashes: 0, slow: 0, lossy: 0, problems: [] });
    expect(outcome.texts + outcome.documents).toBe(300);
    expect(outcome.refused).toBeGreaterThan(10);
  });

  it('takes any text without a crash', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(fc.string({ maxLength: 60 })).map((lines) => lines.join('\n')),
        ),
        (text) => {
          const { plan } = readPlan(sourceFromText(text));
          parsedPlanSchema.parse(plan);
          securityMark(sourceFromText(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads decomposed letters as composed ones', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(readPlan(sourceFromText(text.normalize('NFD')))).toEqual(
          readPlan(sourceFromText(text.normalize('NFC'))),
        );
      }),
      { numRuns: 150 },
    );
  });
});
