/** What tests of the outgoing books write into them. */
import type { InputOf } from '../../shared/rpc/contract';
import type { officeWithPlan } from './test-application';

export type App = Awaited<ReturnType<typeof officeWithPlan>>;

export const KEEP = { type: 'KH', holder: 'Chánh Văn phòng', reason: 'kế hoạch chờ ký', date: '2026-01-20' };
export const LINE = { type: 'KH', date: '2026-01-20', subject: 'Kế hoạch đại hội chi bộ' };

/** Takes a number for the plan, the next one unless told otherwise. */
export async function take(app: App, more: Partial<InputOf<'dispatch.register'>> = {}) {
  return app.call('dispatch.register', {
    dossierId: app.dossierId,
    documentId: null,
    number: null,
    date: '2026-01-20',
    ...more,
  });
}

export const lineOf = async (app: App, seriesId: string, number: number) =>
  (await app.call('register.line', { seriesId, number })).entry;
