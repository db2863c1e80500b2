/** The invented plans in tests/fixtures/plans, read whole and compared with what a person read in them. */
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocumentBytes } from '../../../electron/adapters/intake/read-document';
import { parsedPlanSchema } from '../../../shared/domain/plan/parsed';
import { readPlan } from '../../../shared/domain/plan/reading/read-plan';
import { unwrap } from '../../../shared/result';

interface Truth {
  readonly kind: string;
  readonly title: string;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly place?: string;
  readonly date?: string;
  readonly issuingBody?: string;
  readonly sectionsTopLevel: readonly string[];
  readonly basis: readonly { readonly number: string; readonly date: string | null }[];
  readonly assigneeTasks: readonly { readonly name: string; readonly tasks: number }[];
  readonly recipients: readonly { readonly name: string; readonly purpose: string | null }[];
  readonly archive: string;
  readonly signer: Readonly<Record<string, string>>;
  readonly dated: readonly string[];
  readonly own: readonly (readonly [string, number])[];
  readonly meetings: readonly string[];
  readonly via: readonly string[];
}

const documents = join(import.meta.dirname, '../../fixtures/plans');
const names = readdirSync(documents).filter((name) => /\.(?:txt|md|docx)$/.test(name));

const iso = (date: string): string =>
  date
    .split('/')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-');

describe('invented plans', () => {
  it('has the whole set', () => {
    expect(names.filter((name) => name.endsWith('.docx')).length).toBeGreaterThanOrEqual(6);
    expect(names.length).toBeGreaterThanOrEqual(35);
  });

  it.each(names)('%s', async (name) => {
    const truth = JSON.parse(
      await readFile(join(import.meta.dirname, name.replace(/\.\w+$/, '.json')), 'utf8'),
    ) as Truth;
    const { plan, text } = readPlan(
      unwrap(await readDocumentBytes(await readFile(join(documents, name)), name)),
    );
    expect(() => parsedPlanSchema.parse(plan)).not.toThrow();

    expect(plan.kind).toBe(truth.kind);
    expect(plan.title).toBe(truth.title);
    expect(plan.header).toMatchObject({
      number: truth.number,
      symbol: truth.symbol,
      place: truth.place ?? null,
      date: truth.date === undefined ? null : iso(truth.date),
      issuingBody: truth.issuingBody ?? null,
    });
    expect(plan.sections.map(({ label, title }) => `${label} ${title}`)).toEqual(
      truth.sectionsTopLevel.map((heading) => heading.replace(/^([IVX]+|[A-H])[.-]\s*/, '$1 ')),
    );
    expect(plan.basis.flatMap(({ number, date }) => (number === null ? [] : [{ number, date }]))).toEqual(
      truth.basis.map(({ number, date }) => ({ number, date: date === null ? null : iso(date) })),
    );
    expect(plan.assignments.map(({ unit, tasks }) => ({ name: unit, tasks: tasks.length }))).toEqual(
      truth.assigneeTasks,
    );
    expect(plan.recipients.map(({ name: recipient, purpose }) => ({ name: recipient, purpose }))).toEqual(
      truth.recipients,
    );
    expect(plan.archive).toEqual(
      truth.archive
        .replace(/^Lưu:?\s*/, '')
        .split(/[,;]/)
        .map((part) => part.replace(/[\s.]+$/, '').trim()),
    );
    expect(plan.signer).toEqual({
      authority: null,
      onBehalf: null,
      position: null,
      name: null,
      ...truth.signer,
    });
    const dated = plan.deadlines.map((deadline) => deadline.lastDay ?? deadline.period);
    expect(dated.filter((when) => when !== null)).toEqual(truth.dated);
    const own = plan.targets.filter(({ scope }) => scope === 'own');
    expect(own.map(({ operator, value }) => [operator, value])).toEqual(truth.own);
    expect(plan.conferences.map(({ start, period }) => start ?? period)).toEqual(truth.meetings);
    const via = plan.reporting.flatMap((one) => (one.via === null ? [] : [one.via]));
    expect([...new Set(via)]).toEqual(truth.via);

    // Every item's place holds its words.
    for (const { text: words, source } of plan.deadlines) {
      if (!source) throw new Error('a deadline has a place');
      expect(text.slice(source.start, source.end).replaceAll('\n', ' ')).toBe(words);
    }
    for (const { unit, tasks, source } of plan.assignments) {
      if (source) expect(text.slice(source.start, source.end).replaceAll('\n', ' ')).toBe(unit);
      for (const task of tasks)
        if (task.source)
          expect(text.slice(task.source.start, task.source.end).replaceAll('\n', ' ')).toBe(task.text);
    }
    for (const { name: recipient, source } of plan.recipients)
      if (source) expect(text.slice(source.start, source.end).replaceAll('\n', ' ')).toBe(recipient);
  });
});
