import { Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ProofKind } from '../../../../shared/domain/dispatch/model';
import { PROOF } from '../../../../shared/i18n/vi';
import type { LedgerRow } from '../../../../shared/rpc/contract/delivery';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { fault, FileField, FormDialog } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

export type RecordedState = 'received' | 'refused' | 'recalled' | 'sent';

const WORDS: Readonly<
  Record<RecordedState, { readonly title: string; readonly action: string; readonly done: string }>
> = {
  received: { title: 'Ghi đã nhận', action: 'Ghi đã nhận', done: 'Đã ghi nhận.' },
  refused: { title: 'Ghi không nhận', action: 'Ghi không nhận', done: 'Đã ghi không nhận.' },
  recalled: { title: 'Thu hồi', action: 'Thu hồi', done: 'Đã ghi thu hồi.' },
  sent: { title: 'Lấy lại điều đã ghi', action: 'Lấy lại', done: 'Đã trở lại chưa xác nhận.' },
};

const KINDS = Object.entries(PROOF).map(([value, label]) => ({ value: value as ProofKind, label }));

interface RecordDialogProps {
  readonly state: RecordedState;
  readonly rows: readonly LedgerRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One day, one kind of proof, for all that were chosen: Enter notes them. */
export function RecordDialog({ state, rows, onClose, onDone }: RecordDialogProps): ReactNode {
  const [on, setOn] = useState<string>(today());
  const [kind, setKind] = useState<ProofKind | null>(state === 'received' ? usualProof(rows) : null);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<HandedFile | null>(null);
  const words = WORDS[state];
  const record = useCommand('delivery.record', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: words.done,
  });
  const dossiers = [...new Set(rows.map((row) => row.dossierId))];
  const submit = async () => {
    for (const dossierId of dossiers) {
      const ids = rows.filter((row) => row.dossierId === dossierId).map(({ id }) => id);
      const done = await record.run({
        dossierId,
        deliveryIds: ids,
        state,
        date: on,
        proof: kind === null ? null : { kind },
        ticket: file?.ticket ?? null,
        note,
      });
      if (!done) return;
    }
    onDone();
  };
  const takesBack = state === 'recalled' || state === 'sent';
  const withReason = takesBack || state === 'refused';
  const { fields } = record;
  return (
    <FormDialog
      title={`${words.title}: ${rows.length === 1 ? (rows[0]?.name ?? '') : `${rows.length} nơi nhận`}`}
      action={words.action}
      pending={record.pending}
      error={Object.keys(fields).length > 0 ? null : record.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Form.Item label="Ngày" htmlFor="record-day" {...fault(fields, 'date')}>
        <DateField id="record-day" label="Ngày" value={on} onChange={(day) => setOn(day ?? today())} />
      </Form.Item>
      {takesBack ? null : (
        <>
          <Form.Item label="Hình thức xác nhận" {...fault(fields, 'proof')}>
            <Select
              aria-label="Hình thức xác nhận"
              allowClear
              value={kind}
              options={KINDS}
              placeholder="Không ghi"
              onChange={(value: ProofKind | undefined) => setKind(value ?? null)}
            />
          </Form.Item>
          {dossiers.length === 1 ? (
            <Form.Item label="Minh chứng">
              <FileField label="Chọn tệp minh chứng" value={file} onChange={setFile} />
            </Form.Item>
          ) : null}
        </>
      )}
      <TextItem
        id="record-note"
        label={withReason ? 'Lý do' : 'Ghi chú'}
        {...fault(fields, 'note')}
        value={note}
        autoFocus={withReason}
        onChange={setNote}
      />
    </FormDialog>
  );
}

/** What usually comes back on the way that most of them were sent. */
function usualProof(rows: readonly LedgerRow[]): ProofKind {
  const ways = new Set(rows.map(({ channel }) => channel));
  const [only] = ways;
  if (ways.size !== 1 || only === undefined) return 'signature';
  return (
    { hand: 'signature', post: 'stamped-slip', email: 'mail', zalo: 'zalo', network: 'network' } as const
  )[only];
}
