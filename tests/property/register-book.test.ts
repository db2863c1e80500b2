/**
 * Any sequence of taking, keeping, giving back, voiding, entering by hand, undoing: no number twice, every gap accounted
 * for, and the next number follows the highest that was really used.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registerTables, type RegisterEntry, type RegisterTables } from '../../shared/domain/dispatch/model';
import {
  gapsOf,
  gapsWithReasons,
  isUnused,
  lastNumber,
  lastOnPaper,
  nextNumber,
  seriesFor,
} from '../../shared/domain/dispatch/numbering';
import {
  correctLine,
  enterLine,
  explainRegisterGap,
  releaseNumber,
  reserveNumbers,
  setPaperLast,
  voidEntry,
  type Book,
  type RegisterAct,
} from '../../shared/domain/dispatch/register-commands';
import { checkFree, registerNumber, voidNumber } from '../../shared/domain/dispatch/take-number';
import { blanksOf } from '../../shared/domain/number-runs';
import { draftOver, type Draft, type View } from '../../shared/records';

const term = { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' };
const issuer = { system: 'party', symbol: 'ĐU' } as const;
const DAY = '2026-01-20';
const NOW = '2026-01-20T08:00:00+07:00';
const book: Book = { choice: seriesFor(issuer, term, 'KH', DAY), issuer, type: 'KH' };
const empty: View<RegisterTables> = { get: () => undefined, list: () => [] };
const HAND = { date: DAY, subject: 'Kế hoạch', signer: '', recipients: '', keeper: '', copies: null, sentOn: null, note: '' }; // prettier-ignore

const number = fc.integer({ min: 1, max: 25 });
const maybe = fc.option(number, { nil: null });
const step = fc.oneof(
  fc.record({ kind: fc.constant('take' as const), document: fc.integer({ min: 1, max: 15 }), number: maybe, claim: fc.boolean(), gapSeen: fc.boolean() }),
  fc.record({ kind: fc.constant('reserve' as const), number: maybe, count: fc.integer({ min: 1, max: 4 }), gapSeen: fc.boolean() }),
  fc.record({ kind: fc.constant('enter' as const), number: maybe, gapSeen: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('release' as const, 'void' as const, 'paper' as const, 'correct' as const), number }),
  fc.record({ kind: fc.constantFrom('explain' as const, 'open' as const), number, more: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ kind: fc.constant('undo' as const), document: fc.integer({ min: 1, max: 15 }), number }),
); // prettier-ignore
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function play(draft: Draft<RegisterTables>, one: Step, place: number): void {
  const act: RegisterAct = { by: 'Mai', now: NOW, today: DAY, requestId: `y-${place}` };
  switch (one.kind) {
    case 'take':
      registerNumber(draft, {
        choice: book.choice, issuer, type: 'KH', number: one.number, date: DAY, documentId: `d-${one.document}`,
        dossierId: `h-${one.document}`, requestId: act.requestId, subject: `Văn bản ${one.document}`, signer: '',
        recipients: '', keeper: '', now: NOW, by: 'Mai', claim: one.claim, gapSeen: one.gapSeen,
      }); // prettier-ignore
      return;
    case 'reserve':
      reserveNumbers(
        draft,
        book,
        { ...one, date: DAY, holder: 'Văn phòng', reason: 'chờ ký', until: null },
        act,
      );
      return;
    case 'enter':
      enterLine(draft, book, { number: one.number, fields: HAND, gapSeen: one.gapSeen }, act);
      return;
    case 'release':
      releaseNumber(draft, one.number, 'không dùng', act);
      return;
    case 'void':
      voidEntry(draft, book, one.number, 'ghi nhầm', act);
      return;
    case 'explain':
    case 'open':
      explainRegisterGap(
        draft,
        { from: one.number, to: one.number + one.more, reason: one.kind === 'open' ? null : 'sổ khác' },
        act,
      );
      return;
    case 'paper':
      setPaperLast(draft, book, { last: one.number, reason: 'sổ giấy' }, act);
      return;
    case 'correct':
      correctLine(draft, book.choice, one.number, { signer: `Người ký ${place}` }, act);
      return;
    case 'undo':
      voidNumber(draft, one.number, `d-${one.document}`, 'hoàn tác', { now: NOW, by: 'Mai' });
  }
}

const isFinal = (entry: RegisterEntry): boolean => entry.kind === 'void' && !isUnused(entry);

it('never gives a number twice, never changes one, and accounts for every number up to the last', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const draft = draftOver(empty);
      const seen = new Map<number, RegisterEntry>();
      let paperBefore = 0;
      steps.forEach((one, place) => {
        play(draft, one, place);
        const entries = draft.list('entries');
        paperBefore = Math.max(paperBefore, lastOnPaper(draft));
        const numbers = entries.map((entry) => entry.number);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const [known, before] of seen) {
          const now = draft.get('entries', String(known));
          // Of the paper book: what was undone is as if nobody had typed it. Of an unused number only the trace stays.
          if (!now) {
            expect(known).toBeLessThanOrEqual(Math.max(lastOnPaper(draft), paperBefore));
            continue;
          }
          if (isUnused(before)) {
            expect(now.trace ?? []).toEqual(expect.arrayContaining([...(before.trace ?? [])]));
            continue;
          }
          // A line never goes, keeps its number's text, and is never live again once it is void.
          expect(now.numberText).toBe(before.numberText);
          if (isFinal(before)) expect(now).toEqual(before);
          // Another document never gets it.
          if (before.documentId !== null && now.documentId !== null)
            expect(now.documentId).toBe(before.documentId);
          // What was done before stays written.
          expect(now.trace ?? []).toEqual(
            expect.arrayContaining([
              ...(before.kind === 'reserved' && now.kind === 'issued' ? [] : (before.trace ?? [])),
            ]),
          );
          if (now !== before && JSON.stringify(now) !== JSON.stringify(before))
            expect((now.trace ?? []).length).toBeGreaterThan((before.trace ?? []).length);
        }
        seen.clear();
        for (const entry of entries) seen.set(entry.number, entry);
        const documents = entries.flatMap(({ kind, documentId }) =>
          kind === 'issued' && documentId !== null ? [documentId] : [],
        );
        expect(new Set(documents).size).toBe(documents.length);

        const onPaper = lastOnPaper(draft);
        const gaps = gapsOf(entries, onPaper);
        const explained = gaps.filter((gap) => draft.get('gaps', String(gap)));
        const open = gaps.filter((gap) => !draft.get('gaps', String(gap)));
        expect(explained.length + open.length).toBe(gaps.length);
        // The printed book accounts for each number once, in its place: a line, a gap, or the book on paper.
        const paper = draft.get('paper', 'paper') ?? null;
        const last = lastNumber(entries, onPaper);
        const written = numbers.filter((each) => each <= last);
        const blanks = blanksOf(written, gapsWithReasons(draft), paper);
        const printed = [...written, ...blanks.flatMap((run) => Array.from({ length: run.last - run.first + 1 }, (_, at) => run.first + at))]; // prettier-ignore
        expect(printed.sort((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, at) => at + 1));
        // Each number is exactly one of: a line, a gap, the paper book's.
        for (let at = 1; at <= last; at += 1)
          expect([numbers.includes(at), gaps.includes(at), at <= onPaper].some(Boolean)).toBe(true);
        for (const gap of gaps) expect(numbers).not.toContain(gap);
        const used = entries.filter((entry) => !isUnused(entry)).map((entry) => entry.number);
        expect(nextNumber(entries, onPaper)).toBe(Math.max(0, onPaper, ...used) + 1);
        // What comes next can be given without a word.
        expect(checkFree(draft, nextNumber(entries, onPaper)).ok).toBe(true);
        for (const entry of entries) expect(registerTables.entries.safeParse(entry).success).toBe(true);
      });
    }),
    { numRuns: 150 },
  );
});
