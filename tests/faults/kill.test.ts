import { expect, it } from 'vitest';
import { torture } from './torture';

it('200 programs killed at random moments lose nothing that they acknowledged', async () => {
  const outcome = await torture({ runs: 200, lanes: 2 });
  expect(outcome.problems).toEqual([]);
  expect(outcome).toMatchObject({ kills: 200, lost: 0, unreadable: 0 });
  expect(outcome.acknowledged).toBeGreaterThan(200);
});
