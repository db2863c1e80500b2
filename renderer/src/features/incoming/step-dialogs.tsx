import { Form, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { documentWords, STATE_WORDS } from '../../../../shared/domain/incoming/words';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { callCommand } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { refresh, useRpc } from '../../api/queries';
import { toastError } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { FormDialog, fault } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';

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
          <Form.Item label="Cách giải quyết" htmlFor="answer-note">
            <Input
              id="answer-note"
              placeholder="khi không có văn bản trả lời"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
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
      <Form.Item label="Lý do" htmlFor="void-reason">
        <Input
          id="void-reason"
          autoFocus
          placeholder="vào sổ hai lần, văn bản gửi nhầm…"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
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

/** A new plan from a template, with this document as its basis; it is linked at once. */
export function MakePlanDialog({ row, onClose }: StepProps): ReactNode {
  const templates = useRpc('plan.templates', {});
  const [templateId, setTemplate] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const navigate = useNavigate();
  const create = useCommand('plan.create', { form: true, showsError: true });
  const chosen = templateId ?? templates.data?.[0]?.id ?? null;
  const submit = async () => {
    if (chosen === null) return;
    const value = await create.run({
      source: { kind: 'template', templateId: chosen },
      title: title.trim() === '' ? null : title.trim(),
      year: Number(today().slice(0, 4)),
      basis: [
        {
          documentKind: row.documentKind || 'Văn bản',
          number: row.numberText || null,
          date: row.date,
          issuer: row.issuer,
          title: row.subject,
        },
      ],
    });
    if (!value) return;
    await linkNewPlan(row.id, value.dossierId);
    onClose();
    void navigate(`/ke-hoach/${value.dossierId}`);
  };
  return (
    <FormDialog
      title="Lập kế hoạch thực hiện văn bản"
      action="Lập kế hoạch"
      pending={create.pending}
      error={create.error}
      disabled={chosen === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        Căn cứ được ghi sẵn: {documentWords(row)}
        {row.deadline === null ? '' : ` · hạn ${date(row.deadline)}`}.
      </p>
      <Form.Item label="Mẫu kế hoạch">
        <Select
          aria-label="Mẫu kế hoạch"
          autoFocus
          style={{ width: '100%' }}
          value={chosen}
          options={(templates.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTemplate}
        />
      </Form.Item>
      <Form.Item label="Tên kế hoạch" htmlFor="new-plan-title">
        <Input
          id="new-plan-title"
          placeholder="để trống: theo mẫu"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** The plan stands already: where the link fails, it is said, and can be made by hand. */
export async function linkNewPlan(id: string, dossierId: string): Promise<void> {
  try {
    await callCommand('incoming.link', { id, dossierId });
    await refresh('incoming', 'incoming');
  } catch (error) {
    toastError('Đã có kế hoạch nhưng chưa liên kết với văn bản đến', messageOf(error));
  }
}
