/**
 * How long what a person types may be: one place for every command, so that no field is without a limit. A schema may be
 * stricter, and then its own sentence is said; schemas on disk have no such limit, so that what was kept once is read.
 */
import type { z } from 'zod';

/** As long as a paragraph of a document: for every field that is not named here. */
const PARAGRAPH = 5_000;
/** The text of a whole document: above the million characters that its readers refuse in their own words. */
const DOCUMENT = 2_000_000;

/** By the field's own name, or by that of the field it lies in. */
const LONGEST: Readonly<Record<string, number>> = {
  address: 500,
  code: 100,
  contact: 500,
  contactPosition: 500,
  email: 300,
  endReason: 1_000,
  // What units write under a heading of their report.
  narrative: 40_000,
  numberText: 200,
  phone: 100,
  short: 200,
  symbol: 100,
  ticket: 500,
};

/** A part of a draft, and what a part of the text was when somebody began to type. */
const LONG_TEXTS: ReadonlySet<string> = new Set(['text', 'base']);

function limitOf(path: readonly PropertyKey[]): number {
  const names = path.filter((part) => typeof part === 'string');
  const [own = '', outer = ''] = [names.at(-1), names.at(-2)];
  if (LONG_TEXTS.has(own)) return names.length === 1 ? DOCUMENT : (LONGEST['narrative'] ?? PARAGRAPH);
  return LONGEST[own] ?? LONGEST[outer] ?? PARAGRAPH;
}

interface TooLong {
  readonly path: readonly PropertyKey[];
  readonly limit: number;
}

function tooLong(value: unknown, path: readonly PropertyKey[] = []): readonly TooLong[] {
  if (typeof value === 'string') {
    const limit = limitOf(path);
    return value.length > limit ? [{ path, limit }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => tooLong(each, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => tooLong(each, [...path, name]));
}

/** The schema, refusing longer texts in the words of `issue-words.ts` ("“Tên” quá dài; hãy ghi nhiều nhất …"). */
export function withTextLimits<S extends z.ZodType>(schema: S): S {
  return schema.check((context) => {
    for (const { path, limit } of tooLong(context.value))
      context.issues.push({
        code: 'too_big',
        origin: 'string',
        maximum: limit,
        inclusive: true,
        path: [...path],
        input: context.value,
      });
  });
}
