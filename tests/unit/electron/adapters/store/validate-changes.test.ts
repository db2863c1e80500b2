import { expect, it } from 'vitest';
import { validateChanges } from '../../../../../electron/adapters/store/validate-changes';
import { hasMarks } from '../../../../../shared/text/normalize';

it('says what is wrong with a record in Vietnamese, whatever zod calls it', () => {
  const done = validateChanges('office', [
    {
      table: 'holidays',
      id: '2026-01-01',
      before: null,
      after: { id: '2026-01-01', name: 7, kind: 'x' },
    },
  ]);
  if (done.ok) throw new Error('it was taken');
  const said = Object.values(done.error.fieldErrors ?? {});
  expect(said).toHaveLength(2);
  expect([...said, done.error.message].filter((sentence) => !hasMarks(sentence))).toEqual([]);
  expect(done.error.message).not.toMatch(/invalid|expected|received/i);
});
