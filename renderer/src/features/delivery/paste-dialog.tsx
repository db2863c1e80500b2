import { Input } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { pastedNames } from '../../../../shared/domain/dispatch/pasted-names';
import { createMatcher } from '../../../../shared/domain/office/match';
import type { LedgerRow } from '../../../../shared/rpc/contract/delivery';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { FormDialog } from '../../ui/form-dialog';

interface PasteDialogProps {
  /** Deliveries that still wait. */
  readonly rows: readonly LedgerRow[];
  readonly office: OfficeView;
  readonly onClose: () => void;
  readonly onFound: (ids: readonly string[]) => void;
}

/** Names copied out of Excel, a message or a letter: those that are known are noted together. */
export function PasteDialog({ rows, office, onClose, onFound }: PasteDialogProps): ReactNode {
  const [text, setText] = useState('');
  const matcher = useMemo(
    () => createMatcher(office.entries, office.profile?.place ?? ''),
    [office.entries, office.profile],
  );
  const { deliveryIds, unknown } = useMemo(
    () => (text.trim() === '' ? { deliveryIds: [], unknown: [] } : pastedNames(text, rows, matcher)),
    [text, rows, matcher],
  );
  return (
    <FormDialog
      title="Dán danh sách đơn vị đã nhận"
      action={`Ghi ${deliveryIds.length} nơi nhận…`}
      pending={false}
      error={null}
      disabled={deliveryIds.length === 0}
      onSubmit={() => onFound(deliveryIds)}
      onClose={onClose}
    >
      <Input.TextArea
        aria-label="Danh sách đơn vị"
        autoFocus
        rows={8}
        value={text}
        placeholder="Mỗi dòng một đơn vị; dán được cả bảng từ Excel."
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status">
        Khớp {deliveryIds.length} trong {rows.length} nơi nhận chưa xác nhận.
      </p>
      {unknown.length > 0 ? (
        <p className="tone-warn">
          ? Không khớp nơi nhận nào còn chờ: {unknown.slice(0, 8).join('; ')}
          {unknown.length > 8 ? ` và ${unknown.length - 8} dòng nữa` : ''}.
        </p>
      ) : null}
    </FormDialog>
  );
}
