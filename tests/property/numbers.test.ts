import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gapsOf, isUnused, seriesFor } from '../../shared/domain/dispatch/numbering';
import { registerNumber, voidNumber, type RegisterRequest } from '../../shared/domain/dispatch/take-number';
import type { RegisterTables } from '../../shared/domain/dispatch/model';
import { draftOver, type View } from '../../shared/records';

const term = { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' };
const issuer = { system: 'party', symbol: 'ĐU' } as const;
const empty: View<RegisterTables> = { get: () => undefined, list: () => [] };

const ACT = { now: '2026-01-20T08:00:00+07:00', by: 'Mai' };
const request = (document: number, number: number | null): RegisterRequest => ({
  choice: seriesFor(issuer, term, 'KH', '2026-01-20'),
  issuer,
  type: 'KH',
  number,
  date: '2026-01-20',
  documentId: `d-${document}`,
  dossierId: `h-${document}`,
  requestId: `y-${document}`,
  subject: `Văn bản ${document}`,
  signer: '',
  recipients: '',
  keeper: '',
  now: '2026-01-20T08:00:00+07:00',
});

type Step =
  | { readonly kind: 'register'; readonly document: number; readonly number: number | null }
  | { readonly kind: 'void'; readonly document: number; readonly number: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('register' as const),
    document: fc.integer({ min: 1, max: 12 }),
    number: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('void' as const),
    document: fc.integer({ min: 1, max: 12 }),
    number: fc.integer({ min: 1, max: 20 }),
  }),
);

it('gives no number twice and no document two numbers, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const draft = draftOver(empty);
      const owners = new Map<number, string>();
      for (const one of steps) {
        if (one.kind === 'void') {
          const undone = voidNumber(draft, one.number, `d-${one.document}`, 'Hủy thử.', ACT);
          // Nothing bears it any more: the book has it back.
          if (undone.ok && undone.value && isUnused(undone.value)) owners.delete(one.number);
          continue;
        }
        const given = registerNumber(draft, request(one.document, one.number));
        if (!given.ok) {
          expect(given.error.code).toBe('CONFLICT');
          continue;
        }
        const { number, documentId, numberText } = given.value;
        expect(numberText).toBe(`${String(number).padStart(2, '0')}-KH/ĐU`);
        // A number keeps its first owner, unless its giving was taken back before anything bore it.
        expect(owners.get(number) ?? documentId).toBe(documentId);
        owners.set(number, documentId ?? '');
      }
      const entries = draft.list('entries');
      const issued = entries.filter(({ kind }) => kind === 'issued').map(({ documentId }) => documentId);
      expect(new Set(issued).size).toBe(issued.length);
      const standing = entries.filter((entry) => !isUnused(entry)).map(({ number }) => number);
      expect(standing.sort((a, b) => a - b)).toEqual([...owners.keys()].sort((a, b) => a - b));
      const last = Math.max(0, ...owners.keys());
      const below = entries.filter(({ number }) => number <= last);
      expect(gapsOf(entries).length + below.length).toBe(last);
    }),
  );
});

it('keeps one series for a Party type and term, and one a year for the state', () => {
  const date = fc
    .integer({ min: 0, max: 1500 })
    .map((days) => new Date(Date.UTC(2025, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      date,
      date,
      fc.constantFrom('KH', 'BC', 'CV'),
      fc.constantFrom('KH', 'BC', 'CV'),
      (a, b, left, right) => {
        const party = (type: string, day: string): string => seriesFor(issuer, term, type, day).seriesId;
        expect(party(left, a) === party(right, b)).toBe(left === right);
        const state = (type: string, day: string): string =>
          seriesFor({ system: 'state', symbol: 'UBND' }, term, type, day).seriesId;
        expect(state(left, a) === state(right, b)).toBe(a.slice(0, 4) === b.slice(0, 4));
        expect(party(left, a)).toMatch(/^[A-Z0-9-]+$/u);
      },
    ),
  );
});
