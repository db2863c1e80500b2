import { expect, test } from 'vitest';
import { createTestApplication, SETUP } from '../../../support/test-application';

test('an exported calendar is named by its days as people write them', async () => {
  const app = createTestApplication();
  await app.call('office.setup', SETUP);
  const range = { from: '2026-03-02', to: '2026-03-08' };
  for (const format of ['ics', 'xlsx'] as const)
    expect((await app.call('calendar.export', { ...range, format })).suggestedName).toBe(
      `Lịch công tác 02-03-2026 – 08-03-2026.${format}`,
    );
});
