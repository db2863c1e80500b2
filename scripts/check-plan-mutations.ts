/**
 * `npx tsx scripts/check-plan-mutations.ts FOLDER…`: every .txt plan is changed in three ways (a unit renamed, the dates
 * moved, two neighbouring sections swapped), and the parse must change just so and nowhere else.
 * Prints one line a plan and, last, `plan-mutations N of N changed just so`; exit status 1 when one did not.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, formatDate, parseDate } from '../shared/date/plain-date';
import type { ParsedPlan } from '../shared/domain/plan/parsed';
import { readPlan, sourceFromText } from '../shared/domain/plan/reading/read-plan';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The parse without places in the text, and without warnings (the numbers of swapped sections are out of order). */
function parse(text: string): Json {
  const { plan } = readPlan(sourceFromText(text));
  const bare: Partial<ParsedPlan> = { ...plan };
  delete bare.warnings;
  return JSON.parse(
    JSON.stringify(bare, (key, value: unknown) => (key === 'source' ? undefined : value)),
  ) as Json;
}

function difference(got: Json, want: Json, path = ''): string | null {
  if (JSON.stringify(got) === JSON.stringify(want)) return null;
  if (typeof got === 'object' && typeof want === 'object' && got !== null && want !== null) {
    const keys = new Set([...Object.keys(got), ...Object.keys(want)]);
    for (const key of keys) {
      const inner = difference(
        (got as Record<string, Json>)[key] ?? null,
        (want as Record<string, Json>)[key] ?? null,
        `${path}/${key}`,
      );
      if (inner !== null) return inner;
    }
  }
  return `${path}: ${JSON.stringify(got).slice(0, 160)} ≠ ${JSON.stringify(want).slice(0, 160)}`;
}

/** Strings replaced everywhere in a JSON value; `units` are derived from `unit` anew and so left out. */
function replaced(value: Json, pairs: readonly (readonly [string, string])[]): Json {
  if (typeof value === 'string') return replacedText(value, pairs);
  if (Array.isArray(value)) return value.map((item) => replaced(item, pairs));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, pairs)]));
  return value;
}

/** All at once, so that one date does not run into the next. */
function replacedText(value: string, pairs: readonly (readonly [string, string])[]): string {
  let text = value;
  for (const [index, [from]] of pairs.entries()) text = text.replaceAll(from, `\u0001${index}\u0002`);
  return text.replace(/\u0001(\d+)\u0002/g, (_, index: string) => pairs[Number(index)]?.[1] ?? '');
}

const NEW_NAMES = ['Hội Cựu chiến binh', 'Trạm Y tế khu vực', 'Phòng Tư pháp lâm thời'] as const;

function renameUnits(text: string): (string | null)[] {
  const original = parse(text) as { assignments: { unit: string }[] };
  return [...new Set(original.assignments.map(({ unit }) => unit))].slice(0, 8).map((unit, index) => {
    const name = NEW_NAMES[index % NEW_NAMES.length] ?? '';
    // A name that a line's end cuts somewhere cannot be renamed by replacing it.
    if (text.split(unit).length !== text.replace(/\s+/g, ' ').split(unit).length) return null;
    const got = parse(text.replaceAll(unit, name)) as Record<string, Json>;
    const want = replaced(original, [[unit, name]]) as Record<string, Json>;
    for (const one of [got, want])
      one['assignments'] = (one['assignments'] as Record<string, Json>[]).map((assignment) => ({
        ...assignment,
        units: null,
      }));
    return difference(got, want);
  });
}

/** Every full date by 14 days (the weekday stays), every named quarter by one. */
function moveDates(text: string): string | null {
  const printed = [
    ...new Set([...text.matchAll(/(?<!\d)\d{1,2}\/\d{1,2}\/20\d{2}(?!\d)/g)].map((match) => match[0])),
  ];
  const pairs: [string, string][] = [];
  const values: [string, string][] = [];
  for (const date of printed) {
    const day = parseDate(date);
    if (day === null) continue;
    const moved = addDays(day, 14);
    if (moved.slice(0, 4) !== day.slice(0, 4)) continue;
    pairs.push([date, formatDate(moved)]);
    values.push([day, moved], [addDays(day, -1), addDays(moved, -1)]);
  }
  if (pairs.length === 0) return null;
  pairs.sort((a, b) => b[0].length - a[0].length);
  const unique = values.filter(([from], index) => values.findIndex(([other]) => other === from) === index);
  return difference(parse(replacedText(text, pairs)), replaced(parse(text), [...pairs, ...unique]));
}

function swapSections(text: string): (string | null)[] {
  const lines = text.split('\n');
  const original = parse(text) as { sections: { label: string; title: string }[]; closing: string[] };
  const heads: number[] = [];
  for (const { label, title } of original.sections) {
    const words = title.slice(0, 6).trim();
    const at = lines.findIndex(
      (line, index) => index > (heads.at(-1) ?? -1) && line.trim().startsWith(label) && line.includes(words),
    );
    if (at >= 0) heads.push(at);
  }
  const closing = original.closing[0]?.slice(0, 12) ?? 'Nơi nhận';
  const end = lines.findIndex(
    (line, index) => index > (heads.at(-1) ?? 0) && line.trim().startsWith(closing),
  );
  if (heads.length !== original.sections.length || end < 0) return [];
  const bounds = [...heads, end];
  return heads.slice(1).map((_, at) => {
    const [from, middle, to] = [bounds[at] ?? 0, bounds[at + 1] ?? 0, bounds[at + 2] ?? 0];
    const block = (start: number, stop: number) => [
      ...lines.slice(start, stop).join('\n').trimEnd().split('\n'),
      '',
    ];
    const mutated = [
      ...lines.slice(0, from),
      ...block(middle, to),
      ...block(from, middle),
      ...lines.slice(to),
    ].join('\n');
    const got = parse(mutated) as Record<string, Json>;
    const sections: Json[] = [...original.sections];
    [sections[at], sections[at + 1]] = [sections[at + 1] ?? null, sections[at] ?? null];
    const want: Record<string, Json> = { ...original, sections };
    // The lists follow the text's order: the same items, in another order.
    for (const key of [
      'assignments',
      'workItems',
      'targets',
      'deadlines',
      'conferences',
      'reporting',
      'forms',
      'materials',
      'audiences',
      'attachments',
    ])
      for (const one of [got, want])
        one[key] = (one[key] as Json[]).map((item) => JSON.stringify(item)).sort();
    return difference(got, want);
  });
}

let total = 0;
let good = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    const faults: string[] = [];
    const count = (kind: string, results: readonly (string | null)[]) => {
      for (const result of results) {
        total++;
        if (result === null) good++;
        else faults.push(`  ${kind}: ${result}`);
      }
    };
    count('unit renamed', renameUnits(text));
    count('dates moved', [moveDates(text)]);
    count('sections swapped', swapSections(text));
    process.stdout.write(
      `${name.padEnd(36)} ${faults.length === 0 ? 'ok' : `${faults.length} faults\n${faults.join('\n')}`}\n`,
    );
  }
}
process.stdout.write(`plan-mutations ${good} of ${total} changed just so\n`);
process.exitCode = good === total ? 0 : 1;
