import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { usePlanChange } from '../plan-text/use-plan-change';

type Check = OutputOf<'dispatch.recipients'>['check'];

interface CrossCheckProps {
  readonly dossier: DossierView;
  readonly check: Check;
  /** Added to this sending. */
  readonly also: readonly string[];
  /** Chosen in place of the plan's own. */
  readonly chosen: readonly string[];
  readonly entries: ReadonlyMap<string, DirectoryEntry>;
  readonly onAdd: (ids: readonly string[]) => void;
  readonly onRemove: () => void;
}

const SHOWN = 6;
/** Why a body of each kind is usually told; the person corrects it in Soạn thảo. */
const PURPOSES: Readonly<Record<DirectoryEntry['kind'], string>> = {
  superior: 'để báo cáo',
  unit: 'để thực hiện',
  group: 'để thực hiện',
  position: 'để biết',
};

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join('; ')}${more > 0 ? ` và ${more} nơi nữa` : ''}`;
}

/** Units with work and no copy are added in one press, here and, if wished, in the plan's own Nơi nhận. */
export function CrossCheck(props: CrossCheckProps): ReactNode {
  const { check, also, entries, onAdd, onRemove } = props;
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
          Gửi thêm: {listed(also.map((id) => entries.get(id)?.name ?? id))}.{' '}
          <Button size="small" type="text" onClick={onRemove}>
            Bỏ
          </Button>
        </p>
      ) : null}
      <WriteIntoPlan {...props} />
      {check.withoutWork.length > 0 ? (
        <p className="muted">
          {check.withoutWork.length} đơn vị nhận văn bản mà không được giao việc:{' '}
          {listed(check.withoutWork.map(({ name }) => name))}.
        </p>
      ) : null}
    </div>
  );
}

/** Lines of Nơi nhận for whoever is in none yet, with the marks of the plan; only while its text is still ours to change. */
function WriteIntoPlan({ dossier, also, chosen, entries }: CrossCheckProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const changes = usePlanChange(dossier.dossierId, 'Đã ghi vào Nơi nhận của kế hoạch.');
  const standing = new Set(
    dossier.items.flatMap((item) => (item.kind === 'recipient' && !item.dropped ? item.entryIds : [])),
  );
  const missing = [...new Set([...also, ...chosen])].flatMap((id) => {
    const entry = entries.get(id);
    return entry && !standing.has(id) ? [entry] : [];
  });
  const editable = dossier.plan.status === 'review' || dossier.plan.status === 'reviewed';
  if (!editable || missing.length === 0) return null;
  const write = async () => {
    setBusy(true);
    for (const { name, kind } of missing)
      if (!(await changes.change({ kind: 'addRecipient', name, purpose: PURPOSES[kind] }))) break;
    setBusy(false);
  };
  return (
    <p>
      {missing.length} nơi chưa có trong Nơi nhận của kế hoạch: {listed(missing.map(({ name }) => name))}.{' '}
      <Button size="small" loading={busy} onClick={() => void write()}>
        Ghi vào Nơi nhận của kế hoạch
      </Button>
    </p>
  );
}
