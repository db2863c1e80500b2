import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { coverageWords } from '../../../../shared/documents/attendance-sheet';
import type { Totals } from '../../../../shared/domain/report/model';
import { useRpc } from '../../api/queries';
import { date, figure } from '../../ui/format';

interface HeldConferencesProps {
  readonly dossierId: string;
  readonly period: string;
  readonly totals: Totals;
}

/**
 * The office's own conferences of the period with both coverages, beside what units reported of theirs: set side by
 * side, never added. Nothing where none was held.
 */
export function HeldConferences({ dossierId, period, totals }: HeldConferencesProps): ReactNode {
  const coverage = useRpc('conference.coverage', { dossierId, period });
  const { held, total } = coverage.data ?? { held: [], total: null };
  if (coverage.data === undefined || total === null || held.length === 0) return null;
  const [meetings, people] = [totals.totals['HN01'], totals.totals['HN02']];
  const reported = [
    meetings === undefined ? '' : `HN01 ${figure(meetings)}`,
    people === undefined ? '' : `HN02 ${figure(people)}`,
  ].filter(Boolean);
  return (
    <details className="panel" data-testid="held-conferences">
      <summary>
        Hội nghị của cơ quan trong kỳ: {held.length} hội nghị, mời {figure(total.invited)}, có mặt{' '}
        {figure(total.present)}. {coverageWords(total.toldBodies, total.bodies, coverage.data.coverage)}
      </summary>
      {reported.length === 0 ? null : (
        <p className="muted">
          Đơn vị báo cáo {reported.join(', ')}: để đối chiếu, không cộng với số của cơ quan.
        </p>
      )}
      <ul>
        {held.map(({ id, name, day, attendance }) => (
          <li key={id}>
            {date(day)}{' '}
            <Link to={`/ke-hoach/${dossierId}/hoi-nghi?hoi-nghi=${id}&phan=diem-danh`}>{name}</Link>: mời{' '}
            {figure(attendance.invited)}, có mặt {figure(attendance.present)}
          </li>
        ))}
      </ul>
    </details>
  );
}
