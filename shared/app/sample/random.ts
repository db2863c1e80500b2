/** A small deterministic generator (mulberry32): the same seed gives the same office everywhere. */

export interface Random {
  /** [0, 1) */
  next(): number;
  /** Both ends included. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[], fallback: T): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items, fallback) => items[Math.floor(next() * items.length)] ?? fallback,
  };
}
