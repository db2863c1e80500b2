import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { OwnPlanUnitRow, PlanRequestRow } from '../../../../shared/rpc/contract/obligation';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { FileField, FormDialog, fault } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

interface UnitDialogProps {
  readonly request: PlanRequestRow;
  readonly row: OwnPlanUnitRow;
  readonly onClose: () => void;
}

/** One unit's plan: number, day, day of receipt, the file. */
export function ReceivePlanDialog({ request, row, onClose }: UnitDialogProps): ReactNode {
  const standing = row.plan?.state === 'received' ? row.plan : null;
  const [numberText, setNumber] = useState(standing?.numberText ?? '');
  const [day, setDay] = useState(standing?.date ?? null);
  const [receivedOn, setReceived] = useState<string | null>(standing?.receivedOn ?? today());
  const [file, setFile] = useState<HandedFile | null>(null);
  const receive = useCommand('ownPlan.receive', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã nhận kế hoạch của ${row.name}.`,
  });
  const submit = async () => {
    const value = await receive.run({
      dossierId: request.dossierId,
      request: request.id,
      plans: [{ unit: row.unit, numberText, date: day, receivedOn, ticket: file?.ticket ?? null }],
    });
    if (value) onClose();
  };
  const { fields } = receive;
  return (
    <FormDialog
      title={standing ? `Sửa kế hoạch của ${row.name}` : `Nhận kế hoạch của ${row.name}`}
      action={standing ? 'Lưu' : 'Nhận'}
      pending={receive.pending}
      error={Object.keys(fields).length > 0 ? null : receive.error}
      disabled={receivedOn === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {request.title} · hạn {date(row.lastDay)}
        {row.extended ? ' (được gia hạn)' : ''}
      </p>
      <TextItem
        id="own-plan-number"
        label="Số, ký hiệu"
        autoFocus
        placeholder="05-KH/CB"
        value={numberText}
        onChange={setNumber}
      />
      <Form.Item label="Ngày kế hoạch" {...fault(fields, 'date')}>
        <DateField label="Ngày kế hoạch" value={day} allowClear onChange={setDay} />
      </Form.Item>
      <Form.Item label="Ngày nhận" {...fault(fields, 'receivedOn')}>
        <div className="row">
          <DateField label="Ngày nhận" value={receivedOn} onChange={setReceived} />
          <span className="muted">Đúng hạn hay trễ hạn tính theo ngày này.</span>
        </div>
      </Form.Item>
      <Form.Item label="Tệp">
        <FileField label="Chọn kế hoạch đã ký" value={file} onChange={setFile} />
        {row.fileName !== null && !file ? <div className="muted">Đang giữ: {row.fileName}</div> : null}
      </Form.Item>
    </FormDialog>
  );
}

/** Sent back with a reason: owed again. */
export function ReturnPlanDialog({ request, row, onClose }: UnitDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  const send = useCommand('ownPlan.return', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã trả lại kế hoạch của ${row.name}; đơn vị phải gửi lại.`,
  });
  const submit = async () => {
    const { dossierId, id } = request;
    if (await send.run({ dossierId, request: id, unit: row.unit, reason })) onClose();
  };
  return (
    <FormDialog
      title={`Trả lại kế hoạch của ${row.name}`}
      action="Trả lại"
      pending={send.pending}
      error={send.error}
      disabled={reason.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextItem
        id="own-plan-return"
        label="Lý do"
        autoFocus
        placeholder="chưa ký, thiếu phân công, sai căn cứ…"
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

/** Gia hạn for one unit. */
export function ExtendPlanDialog({ request, row, onClose }: UnitDialogProps): ReactNode {
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const extend = useCommand('ownPlan.extend', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã gia hạn cho ${row.name}.`,
  });
  const submit = async () => {
    if (day === null) return;
    const extension = { unitId: row.unit, lastDay: day, reason };
    const { dossierId, id } = request;
    if (await extend.run({ dossierId, request: id, extension })) onClose();
  };
  const { fields } = extend;
  return (
    <FormDialog
      title={`Gia hạn cho ${row.name}`}
      action="Gia hạn"
      pending={extend.pending}
      error={Object.keys(fields).length > 0 ? null : extend.error}
      disabled={day === null || reason.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Form.Item label="Hạn mới" {...fault(fields, 'lastDay')}>
        <div className="row">
          <DateField label="Hạn mới" value={day} onChange={setDay} />
          <span className="muted">hạn chung {date(request.lastDay)}</span>
        </div>
      </Form.Item>
      <TextItem
        id="own-plan-extend"
        label="Lý do"
        {...fault(fields, 'reason')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
