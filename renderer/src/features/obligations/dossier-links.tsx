import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRpc } from '../../api/queries';

/** From a plan's Báo cáo to what else is owed under it. */
export function DossierObligations({ dossierId }: { readonly dossierId: string }): ReactNode {
  const duties = useRpc('obligation.list', { dossierId });
  const count = (kind: 'own-plan' | 'upward') => {
    const found = (duties.data ?? []).filter((row) => row.kind === kind).length;
    return found === 0 ? '' : ` (${found})`;
  };
  const to = (tab: string) => `/bao-cao/${tab}?ho-so=${dossierId}`;
  return (
    <nav className="row" aria-label="Việc phải báo cáo của kế hoạch này">
      <Link to={to('phai-bao-cao')}>Phải báo cáo</Link>
      <Link to={to('ke-hoach-don-vi')}>Kế hoạch của đơn vị{count('own-plan')}</Link>
      <Link to={to('gui-cap-tren')}>Gửi cấp trên{count('upward')}</Link>
      <Link to={to('kho-khan')}>Khó khăn, vướng mắc</Link>
    </nav>
  );
}
