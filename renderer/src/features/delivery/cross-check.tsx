import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { usePlanChange } from '../plan-text/use-plan-change';

type Check = OutputOf<'dispatch.recipients'>['check'];

interface CrossCheckProps {
  readonly dossier: DossierView;
  readonly check: Check;
  /** Added to this sending already. */
  readonly also: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly onAdd: (ids: readonly string[]) => void;
  readonly onRemove: () => void;
}

const SHOWN = 6;

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join('; ')}${more > 0 ? ` và ${more} nơi nữa` : ''}`;
}

/** Units with work and no copy are added in one press, here and, if wished, in the plan's own Nơi nhận. */
export function CrossCheck(props: CrossCheckProps): ReactNode {
  const { dossier, check, also, names, onAdd, onRemove } = props;
  const [written, setWritten] = useState<readonly string[]>([]);
  const changes = usePlanChange(dossier.dossierId, 'Đã ghi vào Nơi nhận của kế hoạch.');
  const unwritten = also.filter((id) => !written.includes(id));
  const write = async () => {
    for (const id of unwritten) {
      const name = names.get(id);
      if (name === undefined) continue;
      if (!(await changes.change({ kind: 'addRecipient', name, purpose: 'để thực hiện' }))) return;
      setWritten((done) => [...done, id]);
    }
  };
  const editable = dossier.plan.status === 'review' || dossier.plan.status === 'reviewed';
  return (
    <div className="stack" style={{ marginTop: 8 }}>
      {check.withoutCopy.length > 0 ? (
        <p className="tone-warn">
          ? {check.withoutCopy.length} đơn vị được giao việc nhưng không có trong nơi nhận:{' '}
          {listed(check.withoutCopy.map(({ name }) => name))}.{' '}
          <Button size="small" onClick={() => onAdd(check.withoutCopy.map(({ entryId }) => entryId))}>
            Thêm vào lần gửi này
          </Button>
        </p>
      ) : null}
      {also.length > 0 ? (
        <p>
          Gửi thêm: {listed(also.map((id) => names.get(id) ?? id))}.{' '}
          <Button size="small" type="text" onClick={onRemove}>
            Bỏ
          </Button>{' '}
          {editable && unwritten.length > 0 ? (
            <Button size="small" loading={changes.pending} onClick={() => void write()}>
              Ghi vào Nơi nhận của kế hoạch
            </Button>
          ) : null}
        </p>
      ) : null}
      {check.withoutWork.length > 0 ? (
        <p className="muted">
          {check.withoutWork.length} đơn vị nhận văn bản mà không được giao việc:{' '}
          {listed(check.withoutWork.map(({ name }) => name))}.
        </p>
      ) : null}
    </div>
  );
}
