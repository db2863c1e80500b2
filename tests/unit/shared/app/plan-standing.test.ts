/** The header, the list and its filter say one word of how a plan stands: its document's own once it has a number. */
import { expect, it } from 'vitest';
import { planStanding } from '../../../../shared/i18n/vi';
import { take } from '../../../support/register-book';
import { officeWithPlan } from '../../../support/test-application';

it('follows the document after the number', async () => {
  const app = await officeWithPlan();
  const { dossierId } = app;
  const word = async () => {
    const [row] = await app.call('plan.list', {});
    return row && planStanding(row.status, row.documentStatus).word;
  };
  expect(await word()).toBe('Đang rà soát');
  await take(app);
  expect(await word()).toBe('Trình ký');
  const send = { dossierId, documentId: null, date: '2026-01-20', channel: 'hand', to: null } as const;
  await app.call('dispatch.send', { ...send, waiver: 'gửi bản giấy' });
  expect(await word()).toBe('Đã phát hành');
  const recall = {
    dossierId,
    documentId: dossierId,
    move: 'recall',
    date: '2026-12-31',
    reason: 'Sai',
  } as const;
  await app.call('document.move', recall);
  expect(await word()).toBe('Đã thu hồi');
  await app.call('archive.close', { dossierId, despite: true });
  const [ended] = await app.call('plan.list', { archived: true });
  expect(ended && planStanding(ended.status, ended.documentStatus).word).toBe('Đã kết thúc');
});
