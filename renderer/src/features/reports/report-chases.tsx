import type { ReactNode } from 'react';
import { CHASE_DONE } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { date } from '../../ui/format';

/** What was done to get this report: "Đã nhắc lần 1 – 16/03/2026 (Zalo)". A letter says its own way. */
export function ReportChases({ chases }: { readonly chases: OutputOf<'report.get'>['chases'] }): ReactNode {
  if (chases.length === 0) return null;
  return (
    <ul className="report-chases" aria-label="Đã đôn đốc">
      {chases.map(({ id, level, on, channel }) => (
        <li key={id}>
          {CHASE_DONE[level]} – {date(on)}
          {level > 1 || channel === '' ? '' : <span className="muted"> ({channel})</span>}
        </li>
      ))}
    </ul>
  );
}
