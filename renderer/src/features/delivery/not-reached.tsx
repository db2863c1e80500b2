import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { notSent, unreached } from '../../../../shared/domain/dispatch/recipients';
import type { LedgerRow } from '../../../../shared/rpc/contract/delivery';
import { useRpc } from '../../api/queries';

interface NotReachedProps {
  readonly dossierId: string;
  /** Deliveries of the plan itself. */
  readonly rows: readonly LedgerRow[];
}

/** Lines of Nơi nhận to which the plan did not go: the directory does not know them, or knows them only since. */
export function NotReached({ dossierId, rows }: NotReachedProps): ReactNode {
  const day = rows.reduce((last, { sentOn }) => (sentOn > last ? sentOn : last), '');
  const expanded = useRpc(
    'dispatch.recipients',
    { dossierId, documentId: dossierId, date: day, to: null, also: [] },
    { keep: true, enabled: day !== '' },
  );
  if (!expanded.data) return null;
  const unknown = unreached(expanded.data);
  const waiting = notSent(expanded.data, new Set(rows.map(({ entryId }) => entryId)));
  return (
    <>
      {unknown.length === 0 ? null : (
        <p className="tone-warn" role="status">
          ? Chưa có trong danh bạ nên chưa gửi: <strong>{unknown.join('; ')}</strong>. Thêm tên ở{' '}
          <Link to="/danh-muc">Danh mục</Link> rồi bấm “Gửi thêm”; hoặc gửi tay, chương trình không theo dõi
          nơi đó.
        </p>
      )}
      {waiting.length === 0 ? null : (
        <p className="tone-warn" role="status">
          ? Có trong Nơi nhận nhưng chưa gửi: <strong>{waiting.join('; ')}</strong>. Bấm “Gửi thêm”, rồi “Chỉ
          gửi … nơi chưa gửi”.
        </p>
      )}
    </>
  );
}
