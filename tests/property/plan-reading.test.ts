/** Nothing that a text holds is lost, doubled or moved by reading it, whatever has happened to the text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedPlan, ParsedSection } from '../../shared/domain/plan/parsed';
import { parsedPlanSchema } from '../../shared/domain/plan/parsed';
import { readPlan, securityMark, sourceFromText } from '../../shared/domain/plan/reading/read-plan';

const folder = join(import.meta.dirname, '../fixtures/plans');
const plans = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Words of letters; numbers of headings and bullets are no words. */
function words(text: string): string[] {
  return (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !/^[IVXL]+$/.test(word));
}

function sectionText(section: ParsedSection): string {
  return [section.title, ...section.paragraphs, ...section.children.map(sectionText)].join(' ');
}

function bodyText(plan: ParsedPlan): string {
  return [plan.title ?? '', ...plan.opening, ...plan.sections.map(sectionText), ...plan.closing].join(' ');
}

/** Words that only frame what stands in fields. */
const FRAME = words(
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc ĐẢNG CỘNG SẢN VIỆT NAM Số Nơi nhận NƠI NHẬN Lưu ngày tháng năm ký đã',
).map((word) => word.toLowerCase());

function frameText(plan: ParsedPlan): string {
  const { header, signer } = plan;
  return [
    plan.kind,
    header.parentBody,
    header.issuingBody,
    header.numberText,
    header.place,
    header.dateText,
    ...plan.recipients.flatMap(({ name, purpose }) => [name, purpose]),
    ...plan.archive,
    signer.authority,
    signer.onBehalf,
    signer.position,
    signer.name,
    ...plan.unclassified,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** Checks the law on one text; the body's words stand in the source in one run, the rest in fields or unclassified. */
function expectNothingLost(source: string): void {
  const { plan, text } = readPlan(sourceFromText(source));
  const all = words(text);
  const body = words(bodyText(plan));
  let at = -1;
  for (let start = 0; start + body.length <= all.length && at < 0; start++)
    if (body.every((word, index) => all[start + index] === word)) at = start;
  expect(
    at,
    `the body's words do not stand in the source in order: ${body.slice(0, 12).join(' ')}`,
  ).toBeGreaterThanOrEqual(0);
  const rest = [...all.slice(0, at), ...all.slice(at + body.length)];
  const kept = new Map<string, number>();
  for (const word of words(frameText(plan))) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lost = rest.filter((word) => {
    const count = kept.get(word) ?? 0;
    if (count > 0) kept.set(word, count - 1);
    return count === 0 && !FRAME.includes(word.toLowerCase());
  });
  expect(lost).toEqual([]);
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
