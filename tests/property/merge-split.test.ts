/**
 * Units that merge and split, against a naive oracle that shares no code with the application: it walks the days of
 * the map one by one and moves the duty to report from hand to hand.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../shared/domain/report/consolidate';
import { entryMap, expectedUnits } from '../../shared/domain/report/expected-units';
import { traceOf } from '../../shared/domain/report/trace';
import type { DirectoryEntry } from '../../shared/domain/office/model';
import { CATALOGUE, owed, report, unit } from '../unit/shared/domain/report/support/build';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;
const LAST_DAYS = ['2026-01-15', '2026-02-16', '2026-03-16', '2026-04-15'] as const;
const DAYS = ['2026-01-10', '2026-02-01', '2026-02-16', '2026-03-01', '2026-03-17', '2026-04-15'] as const;

/** On a day one unit goes into others; `keeps`: it only gives a part away and goes on. */
interface Event {
  readonly day: number;
  readonly from: number;
  readonly into: readonly number[];
  readonly keeps: boolean;
}

const COUNT = 7;
const events = fc.array(
  fc.record({
    day: fc.nat(DAYS.length - 1),
    from: fc.nat(COUNT - 1),
    into: fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: 3 }),
    keeps: fc.boolean(),
  }),
  { maxLength: 5 },
);

/** Keeps what an office could have recorded: each unit goes once, into others that are there on the day. */
function possible(all: readonly Event[]): Event[] {
  const kept: Event[] = [];
  const goneOn = new Map<number, number>();
  for (const event of [...all].sort((a, b) => a.day - b.day)) {
    const into = event.into.filter((unit) => unit !== event.from && !goneOn.has(unit));
    if (into.length === 0 || goneOn.has(event.from) || kept.some(({ from }) => from === event.from)) continue;
    kept.push({ ...event, into });
    if (!event.keeps) goneOn.set(event.from, event.day);
  }
  return kept;
}

const idOf = (index: number): string => `U${index}`;

function directory(story: readonly Event[]): DirectoryEntry[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const event = story.find(({ from }) => from === index);
    if (!event) return unit(idOf(index), { order: index });
    const from = DAYS[event.day] ?? '';
    return unit(idOf(index), {
      order: index,
      successors: [...event.into, ...(event.keeps ? [index] : [])].map((into) => ({
        unitId: idOf(into),
        from,
      })),
    });
  });
}

/** Day by day: the asked ones owe; on an event's day the duty goes over to those it names. */
function oracle(asked: readonly number[], story: readonly Event[], lastDay: string): string[] {
  let owing = new Set(asked);
  for (const [day, date] of DAYS.entries()) {
    if (date > lastDay) break;
    const today = story.filter((event) => event.day === day);
    // Several on one day: until nothing moves any more.
    for (let step = 0; step <= today.length; step += 1)
      for (const event of today)
        if (owing.has(event.from)) {
          owing = new Set([...owing, ...event.into]);
        }
    for (const event of today) if (!event.keeps) owing.delete(event.from);
  }
  return [...owing].sort((a, b) => a - b).map(idOf);
}

describe('merges and splits', () => {
  it('move the duty to report from their day, and leave earlier periods as they were', () => {
    fc.assert(
      fc.property(
        events.map(possible),
        fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: COUNT }),
        (story, asked) => {
          const entries = entryMap(directory(story));
          const before = entryMap(directory([]));
          for (const lastDay of LAST_DAYS) {
            const period = { unitIds: asked.map(idOf), lastDay, askedOn: null };
            const expected = expectedUnits(period, entries).map(({ id }) => id);
            expect(expected).toEqual(oracle(asked, story, lastDay));
            if (story.every((event) => (DAYS[event.day] ?? '') > lastDay))
              expect(expected).toEqual(expectedUnits(period, before).map(({ id }) => id));
          }
        },
      ),
    );
  });

  it('never lose or double a figure: lũy kế is the sum of what was received, and its trace names every unit', () => {
    fc.assert(
      fc.property(
        events.map(possible),
        fc.array(fc.array(fc.nat(500), { minLength: COUNT, maxLength: COUNT }), {
          minLength: MONTHS.length,
          maxLength: MONTHS.length,
        }),
        (story, figures) => {
          const entries = directory(story);
          const all = Array.from({ length: COUNT }, (_, index) => idOf(index));
          const periods = MONTHS.map((month, at) =>
            owed(month, all.slice(0, 4), ['HN02'], { lastDay: LAST_DAYS[at] ?? '' }),
          );
          let sum = 0;
          const given = new Map<string, number>();
          const reports = periods.flatMap((period, at) =>
            expectedUnits(period, entryMap(entries)).map(({ id }) => {
              const value = figures[at]?.[Number(id.slice(1))] ?? 0;
              sum += value;
              given.set(id, (given.get(id) ?? 0) + value);
              return report(period.id, id, { HN02: value });
            }),
          );
          const input = {
            period: '2026-04',
            cumulative: true,
            periods,
            reports,
            entries,
            catalogue: CATALOGUE,
            now: '2026-04-20T01:00:00Z',
          };
          expect(consolidate(input).totals.HN02).toBe(sum);
          const traced = new Map<string, number>();
          for (const row of traceOf(input, 'HN02'))
            if (row.value !== null) traced.set(row.unit, (traced.get(row.unit) ?? 0) + row.value);
          expect(traced).toEqual(given);
        },
      ),
    );
  });
});
