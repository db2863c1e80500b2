import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_MOVES,
  moveDocument,
  movesFrom,
  statusAfter,
  type DocumentMove,
} from '../../../../../shared/domain/dispatch/document-states';
import {
  documentStatusSchema,
  type DocumentRecord,
  type DocumentStatus,
} from '../../../../../shared/domain/dispatch/model';
import { draftOver } from '../../../../../shared/records';
import { dossierTables, type DossierTables } from '../../../../../shared/schema/aggregates';

const draft = () => draftOver<DossierTables>({ get: () => undefined, list: () => [] });
const document = (status: DocumentStatus): DocumentRecord => ({
  id: 'd',
  type: 'CV',
  kindName: 'CÔNG VĂN',
  title: 'về việc thử',
  status,
  registration: null,
  signedFile: null,
  files: [],
  createdAt: '2026-01-01T00:00:00.000Z',
});
const words = {
  stepId: 's',
  on: '2026-01-20',
  reason: 'nhầm phụ lục',
  otherId: null,
  at: '2026-01-20T03:00:00.000Z',
  by: 'Mai',
};

/** The whole rule, written out once more by hand: from, move → to. */
const ALLOWED: Readonly<Record<string, DocumentStatus>> = {
  'draft submit': 'submitted',
  'draft sign': 'signed',
  'draft issue': 'issued',
  'submitted sign': 'signed',
  'submitted issue': 'issued',
  'submitted back': 'draft',
  'signed issue': 'issued',
  'signed back': 'submitted',
  'issued issue': 'issued',
  'issued recall': 'recalled',
  'issued replace': 'replaced',
  'recalled replace': 'replaced',
};

describe('a document’s way', () => {
  const every = documentStatusSchema.options.flatMap((status) =>
    DOCUMENT_MOVES.map((move): readonly [DocumentStatus, DocumentMove] => [status, move]),
  );
  it.each(every)('from %s by %s', (status, move) => {
    const to = ALLOWED[`${status} ${move}`] ?? null;
    expect(statusAfter(status, move)).toBe(to);
    expect(movesFrom(status).includes(move)).toBe(to !== null);
    const work = draft();
    const moved = moveDocument(work, document(status), move, words);
    if (to === null) {
      expect(moved.ok ? null : moved.error.code).toBe('CONFLICT');
      expect(work.changes()).toEqual([]);
      return;
    }
    expect(moved.ok && moved.value.status).toBe(to);
    const steps = work.list('documentSteps');
    // A second sending leads where it stands: no step.
    expect(steps.map(({ from, to: into }) => [from, into])).toEqual(to === status ? [] : [[status, to]]);
    for (const step of steps) expect(dossierTables.documentSteps.parse(step)).toEqual(step);
  });

  it.each(['back', 'recall', 'replace'] as const)('%s needs a reason; nothing changes without', (move) => {
    const work = draft();
    const status = move === 'back' ? 'signed' : 'issued';
    const moved = moveDocument(work, document(status), move, { ...words, reason: '  ' });
    expect(moved.ok ? null : moved.error.fieldErrors).toEqual({ reason: 'Ghi lý do.' });
    expect(work.changes()).toEqual([]);
  });

  it('keeps the file of a copy that was signed too early, but no longer as the signed one', () => {
    const signed = { ...document('signed'), signedFile: 'a', files: ['b'] };
    const back = moveDocument(draft(), signed, 'back', words);
    expect(back.ok && back.value).toMatchObject({ status: 'submitted', signedFile: null, files: ['b', 'a'] });
  });

  it('refuses a day that is none', () => {
    const moved = moveDocument(draft(), document('draft'), 'submit', { ...words, on: '2026-02-30' });
    expect(moved.ok ? null : moved.error.fieldErrors).toHaveProperty('date');
  });
});
