/** Documents that came in and wait. */
import { addDays } from '../../date/plain-date';
import { isOverdue } from '../../domain/incoming/standing';
import type { IncomingSummary } from '../../schema/summarize-incoming';
import { dueWords, SOON_DAYS, urgencyOf, type Now, type TodayItem } from './item';

/** Documents that came in: those with a deadline near or past, and those that wait for a plan, one step each. */
export function incomingItems({ waiting }: IncomingSummary, { now, today }: Now): TodayItem[] {
  return waiting.flatMap(({ id, title, issuer, deadline, time, needsPlan, forwarded }): TodayItem[] => {
    // Without a deadline it is no news of today, unless somebody must still make a plan of it.
    if (deadline !== null && deadline > addDays(today, SOON_DAYS)) return [];
    const late = isOverdue({ state: 'working', voided: null, deadline, deadlineTime: time }, now);
    const kind = deadline === null ? 'soon' : urgencyOf(deadline, today, late);
    return [
      {
        kind,
        dossierId: null,
        period: null,
        about: { kind: 'incoming', id },
        title: `${needsPlan ? 'Văn bản cấp trên chưa có kế hoạch' : 'Văn bản đến chưa giải quyết'}: ${title}`,
        detail: `${issuer}${deadline === null ? ' · không ghi thời hạn' : ` · hạn ${dueWords({ lastDay: deadline, time })}`}`,
        date: deadline,
        action: needsPlan ? 'Lập kế hoạch' : forwarded ? 'Ghi kết quả' : 'Chuyển xử lý',
      },
    ];
  });
}
