/** Chasing: who owes, what is said, what is kept as evidence. Played after the reports, when one unit owes again. */
import { NOWHERE, PERIOD, asDossier, bad, good, inDossier, rows } from '../case';
import type { Case, Memory } from '../case';

const places = (memory: Memory, more: Readonly<Record<string, unknown>> = {}) => ({
  places: [{ ...asDossier(memory), period: PERIOD, ...more }],
});
const nowhere = { places: [{ dossierId: NOWHERE, period: PERIOD }] };

export const chase: readonly Case[] = [
  good('report.owing', { dossierId: null }),
  bad('report.owing', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('report.chaseTexts', (memory) => places(memory)),
  bad('report.chaseTexts', 'NOT_FOUND', nowhere),
  bad('report.chaseTexts', 'BAD_REQUEST', { places: [] }),
  good('report.chaseFile', (memory) => ({ ...places(memory), product: 'sheet', format: 'xlsx' })),
  bad('report.chaseFile', 'BAD_REQUEST', (memory) => ({
    ...places(memory),
    product: 'letter',
    format: 'xlsx',
  })),
  good(
    'report.recordChase',
    (memory) => ({ ...places(memory), level: 1, channel: 'điện thoại' }),
    (value) => {
      if (value['document'] !== null) throw new Error('a reminder is no document');
    },
  ),
  good(
    'report.recordChase',
    (memory) => ({ ...places(memory), level: 2 }),
    (value) => {
      if (value['document'] === null) throw new Error('the letter is no document');
    },
  ),
  bad('report.recordChase', 'BAD_REQUEST', (memory) => ({ ...places(memory), level: 4 })),
  bad('report.recordChase', 'BAD_REQUEST', (memory) => ({ ...places(memory), level: 1, on: '2026-02-30' })),
  bad('report.recordChase', 'NOT_FOUND', { ...nowhere, level: 1 }),
  good('report.chases', inDossier(), (value) => {
    const levels = rows(value).map((row) => row['level']);
    if (levels.join() !== '2,1') throw new Error(`not what was done, newest first: ${levels.join()}`);
  }),
  bad('report.chases', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('report.matrixFile', { dossierId: null, year: 2026, format: 'xlsx' }),
  bad('report.matrixFile', 'NOT_FOUND', { dossierId: null, year: 2019, format: 'pdf' }),
];
