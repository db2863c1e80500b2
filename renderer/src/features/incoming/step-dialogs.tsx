import { Form, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentWords, STATE_WORDS } from '../../../../shared/domain/incoming/words';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { FormDialog, fault } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

interface StepProps {
  readonly row: IncomingRow;
  readonly onClose: () => void;
}

const lineWords = (row: IncomingRow) => `Số đến ${row.number}/${row.year}: ${documentWords(row)}`;

/** Chuyển: who gets it, on which day. */
export function ForwardDialog({ row, onClose }: StepProps): ReactNode {
  const [receiver, setReceiver] = useState(row.receiver || row.handler);
  const [on, setOn] = useState<string | null>(row.forwardedOn ?? today());
  const forward = useCommand('incoming.forward', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi việc chuyển văn bản.',
  });
  const submit = async () => {
    const { id, handler, handlerId } = row;
    if (await forward.run({ id, receiver, handler, handlerId, on })) onClose();
  };
  return (
    <FormDialog
      title="Chuyển văn bản đến"
      action="Chuyển"
      pending={forward.pending}
      error={Object.keys(forward.fields).length > 0 ? null : forward.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{lineWords(row)}</p>
      <Form.Item label="Chuyển cho" htmlFor="forward-to" {...fault(forward.fields, 'receiver')}>
        <Input
          id="forward-to"
          autoFocus
          placeholder="Đơn vị hoặc người nhận"
          value={receiver}
          onChange={(event) => setReceiver(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Ngày chuyển" {...fault(forward.fields, 'forwardedOn')}>
        <DateField label="Ngày chuyển" value={on} onChange={setOn} />
      </Form.Item>
    </FormDialog>
  );
}

/** How it was settled, and by which document. */
export function ResolveDialog({ row, onClose }: StepProps): ReactNode {
  const [state, setState] = useState<IncomingRow['state']>(row.state === 'new' ? 'done' : row.state);
  const [numberText, setNumber] = useState(row.answer?.numberText ?? '');
  const [day, setDay] = useState(row.answer?.date ?? null);
  const [note, setNote] = useState(row.answer?.note ?? '');
  const resolve = useCommand('incoming.resolve', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi kết quả giải quyết.',
  });
  const submit = async () => {
    const answered = state === 'done' && (numberText !== '' || day !== null || note !== '');
    const answer = answered ? { numberText, date: day, note } : null;
    if (await resolve.run({ id: row.id, state, answer })) onClose();
  };
  return (
    <FormDialog
      title="Kết quả giải quyết"
      action="Ghi kết quả"
      pending={resolve.pending}
      error={resolve.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{lineWords(row)}</p>
      <Form.Item label="Tiến độ">
        <Radio.Group
          aria-label="Tiến độ"
          value={state}
          options={(['working', 'done', 'known'] as const).map((value) => ({
            value,
            label: STATE_WORDS[value],
          }))}
          onChange={(event) => setState(event.target.value as IncomingRow['state'])}
        />
      </Form.Item>
      {state === 'done' ? (
        <>
          <Form.Item label="Văn bản trả lời" htmlFor="answer-number">
            <div className="row">
              <Input
                id="answer-number"
                placeholder="Số, ký hiệu: 15-BC/ĐU"
                value={numberText}
                onChange={(event) => setNumber(event.target.value)}
              />
              <DateField label="Ngày văn bản trả lời" value={day} allowClear onChange={setDay} />
            </div>
          </Form.Item>
          <TextItem
            id="answer-note"
            label="Cách giải quyết"
            placeholder="khi không có văn bản trả lời"
            value={note}
            onChange={setNote}
          />
        </>
      ) : null}
    </FormDialog>
  );
}

/** The line stays, crossed out, with its reason. */
export function VoidDialog({ row, onClose }: StepProps): ReactNode {
  const [reason, setReason] = useState('');
  const step = useCommand('incoming.void', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã hủy dòng số đến ${row.number}; số này không cấp lại.`,
  });
  return (
    <FormDialog
      title={`Hủy dòng số đến ${row.number}/${row.year}`}
      action="Hủy dòng"
      pending={step.pending}
      error={step.error}
      disabled={reason.trim() === ''}
      onSubmit={() => void step.run({ id: row.id, reason }).then((value) => value && onClose())}
      onClose={onClose}
    >
      <p>Dòng vẫn nằm trong sổ với lý do hủy; số đến không cấp cho văn bản khác.</p>
      <TextItem
        id="void-reason"
        label="Lý do"
        autoFocus
        placeholder="vào sổ hai lần, văn bản gửi nhầm…"
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

/** Which plan carries it out. */
export function LinkDialog({ row, onClose }: StepProps): ReactNode {
  const plans = useRpc('plan.list', {});
  const [dossierId, setDossier] = useState<string | null>(null);
  const link = useCommand('incoming.link', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi kế hoạch thực hiện văn bản này.',
  });
  return (
    <FormDialog
      title="Kế hoạch thực hiện văn bản này"
      action="Liên kết"
      pending={link.pending}
      error={link.error}
      disabled={dossierId === null}
      onSubmit={() => {
        if (dossierId !== null) void link.run({ id: row.id, dossierId }).then((value) => value && onClose());
      }}
      onClose={onClose}
    >
      <p>{lineWords(row)}</p>
      <Form.Item label="Kế hoạch">
        <Select
          aria-label="Kế hoạch thực hiện"
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          value={dossierId}
          options={(plans.data ?? [])
            .filter((plan) => !row.dossierIds.includes(plan.dossierId))
            .map((plan) => ({ value: plan.dossierId, label: plan.title }))}
          onChange={setDossier}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** Another line's document took its place, named as the book names it: "15/2026". */
export function SupersedeDialog({ row, onClose }: StepProps): ReactNode {
  const [named, setNamed] = useState(row.supersededBy?.split('-').reverse().join('/') ?? '');
  const step = useCommand('incoming.supersede', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi văn bản thay thế.',
  });
  const place = /^\s*(\d+)\s*\/\s*(\d{4})\s*$/u.exec(named);
  const by = named.trim() === '' ? null : place ? `${place[2] ?? ''}-${place[1] ?? ''}` : undefined;
  return (
    <FormDialog
      title="Văn bản thay thế"
      action="Lưu"
      pending={step.pending}
      error={step.error}
      disabled={by === undefined}
      onSubmit={() => {
        if (by !== undefined) void step.run({ id: row.id, by }).then((value) => value && onClose());
      }}
      onClose={onClose}
    >
      <p>{lineWords(row)}</p>
      <TextItem
        id="superseded-by"
        label="Được thay thế bởi"
        autoFocus
        placeholder="số đến/năm, ví dụ 15/2026; để trống: không có"
        value={named}
        onChange={setNamed}
      />
    </FormDialog>
  );
}
