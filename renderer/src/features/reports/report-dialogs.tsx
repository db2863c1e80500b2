/** Sending a report back, and putting a wrong day of receipt right: both with a reason that stays. */
import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { date } from '../../ui/format';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';

interface OfReport {
  readonly dossierId: string;
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
  readonly onClose: () => void;
}

export function ReturnDialog(props: OfReport & { readonly onDone: () => void }): ReactNode {
  useReturnFocus();
  const [reason, setReason] = useState('');
  const { dossierId, period, unit } = props;
  const giveBack = useCommand('report.return', { done: `Đã trả lại báo cáo của ${props.unitName}.` });
  return (
    <Modal
      open
      title={<DialogTitle>{`Trả lại báo cáo của ${props.unitName}`}</DialogTitle>}
      okText="Trả lại"
      cancelText="Thôi"
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={giveBack.pending}
      onCancel={props.onClose}
      onOk={() =>
        void giveBack.run({ dossierId, period, unit, reason }).then((value) => {
          if (value) props.onDone();
        })
      }
    >
      <label htmlFor="return-reason">Lý do trả lại</label>
      <Input.TextArea
        id="return-reason"
        autoFocus
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}

export function ReceiptDialog(props: OfReport & { readonly receivedOn: string }): ReactNode {
  useReturnFocus();
  const { dossierId, period, unit } = props;
  const [day, setDay] = useState<string | null>(props.receivedOn);
  const [reason, setReason] = useState('');
  const correct = useCommand('report.correctReceipt', {
    form: true,
    done: `Đã sửa ngày nhận báo cáo của ${props.unitName}.`,
  });
  const problem = correct.fields['receivedOn'] ?? correct.fields['reason'];
  return (
    <Modal
      open
      title={<DialogTitle>{`Sửa ngày nhận báo cáo của ${props.unitName}`}</DialogTitle>}
      okText="Sửa ngày nhận"
      cancelText="Thôi"
      okButtonProps={{ disabled: reason.trim() === '' || day === null || day === props.receivedOn }}
      confirmLoading={correct.pending}
      onCancel={props.onClose}
      onOk={() => {
        if (day === null) return;
        void correct.run({ dossierId, period, unit, receivedOn: day, reason }).then((value) => {
          if (value) props.onClose();
        });
      }}
    >
      <div className="stack">
        <p className="muted">
          Đang ghi {date(props.receivedOn)}. Đúng hạn hay trễ hạn tính theo ngày nhận; ngày cũ và lý do được
          giữ trong báo cáo.
        </p>
        <div className="row">
          <span>Ngày nhận đúng</span>
          <DateField label="Ngày nhận đúng" value={day} onChange={setDay} />
        </div>
        <label htmlFor="receipt-reason">Lý do sửa</label>
        <Input.TextArea
          id="receipt-reason"
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem === undefined ? null : <span className="field-error">{problem}</span>}
      </div>
    </Modal>
  );
}
