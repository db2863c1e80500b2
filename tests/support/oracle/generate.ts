/** Quarters by a seed: the same on every machine, with every trouble that the domain description names. */
import { CODES, LAST_DAYS } from './quarter';
import type { Given, Quarter, QuarterUnit } from './quarter';

/** Mulberry32: 32 bits of state, enough for samples. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const RECEIVED = [
  ['2026-01-14', '2026-01-20'],
  ['2026-02-16', '2026-02-20'],
  ['2026-03-16', '2026-03-18'],
] as const;

/** A quarter of two to fourteen units; the first always exists and reports its March, so that the quarter has an end. */
export function generateQuarter(seed: number): Quarter {
  const random = randomOf(seed * 7919 + 1);
  const below = (limit: number): number => Math.floor(random() * limit);
  const chance = (share: number): boolean => random() < share;

  const valuesOf = (): Record<string, number> => {
    const members = 20 + below(200);
    const all: Record<string, number> = {
      HN01: below(60),
      HN02: below(5000),
      TT01: below(80),
      KP01: below(100_000) / 100,
      DV01: members,
      DV02: below(members + 1),
      VB02: below(2),
      MX03: below(12),
    };
    return Object.fromEntries(CODES.filter(() => !chance(0.08)).map((code) => [code, all[code] ?? 0]));
  };
  const givenFor = (month: number, surely: boolean): Given => {
    const [early, late] = RECEIVED[month] ?? RECEIVED[2];
    const day = chance(0.25) ? late : early;
    const roll = surely ? 1 : random();
    if (roll < 0.12) return { kind: 'missing' };
    if (roll < 0.2) return { kind: 'nil', day };
    if (roll < 0.26) return { kind: 'returned', day };
    return { kind: 'figures', day, values: valuesOf() };
  };

  const count = 2 + below(13);
  const units: QuarterUnit[] = [];
  for (let index = 0; index < count; index += 1) {
    const first = index === 0;
    const quarterly = !first && chance(0.15);
    const goes = first || quarterly || !chance(0.18) ? 3 : below(3);
    const others = units.filter((unit) => unit.goes === 3 && !unit.quarterly);
    // Merged into one, or split into two of those that stand.
    const into =
      goes === 3
        ? []
        : [
            ...new Set([
              others[0]?.id ?? 'U0',
              ...(chance(0.4) ? [others[below(others.length)]?.id ?? 'U0'] : []),
            ]),
          ];
    const opens = !first && goes === 3 && !quarterly && chance(0.1) ? 1 + below(2) : 0;
    const given = (quarterly ? [2] : [0, 1, 2]).map((month): Given => {
      if (month < opens || month >= goes) return { kind: 'missing' };
      return givenFor(month, first && month === 2);
    });
    units.push({
      id: `U${index}`,
      group: ['G1', 'G2', null][below(3)] ?? null,
      parent: !first && chance(0.3) ? `U${below(index)}` : null,
      opens,
      goes,
      into,
      quarterly,
      extended: goes === 3 && chance(0.15) ? '2026-03-25' : null,
      given,
    });
  }
  return { units, cumulated: chance(0.2) };
}

/** Day on which a unit that goes in this month has gone, and one that opens has opened. */
export function firstDayOf(month: number): string {
  return `${LAST_DAYS[month]?.slice(0, 7) ?? ''}-01`;
}
