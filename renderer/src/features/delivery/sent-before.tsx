import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';

interface SentBeforeProps {
  readonly dossier: DossierView;
  readonly documentId: string;
  readonly expanded: OutputOf<'dispatch.recipients'>;
  /** Send to these entries only. */
  readonly onOnly: (ids: readonly string[]) => void;
}

/** Who got this very document before: so that a further sending does not go to everybody again unawares. */
export function SentBefore({ dossier, documentId, expanded, onOnly }: SentBeforeProps): ReactNode {
  const own = new Set(
    dossier.dispatches.flatMap((dispatch) => (dispatch.documentId === documentId ? [dispatch.id] : [])),
  );
  const had = new Set(
    dossier.deliveries.flatMap(({ dispatchId, entryId, state }) =>
      own.has(dispatchId) && (state === 'sent' || state === 'received') ? [entryId] : [],
    ),
  );
  const again = expanded.recipients.filter(({ entryId }) => had.has(entryId)).length;
  if (again === 0) return null;
  const others = expanded.recipients.filter(({ entryId }) => !had.has(entryId));
  return (
    <p className="tone-warn">
      ? {again} nơi trong danh sách này đã được gửi văn bản trước đó.{' '}
      {others.length > 0 ? (
        <Button size="small" onClick={() => onOnly(others.map(({ entryId }) => entryId))}>
          Chỉ gửi {others.length} nơi chưa gửi
        </Button>
      ) : (
        'Bấm “Chọn nơi nhận khác” nếu không muốn gửi lại.'
      )}
    </p>
  );
}
