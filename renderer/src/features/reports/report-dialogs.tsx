/** Sending a report back, and putting a wrong day or hour of receipt right: both with a reason that stays. */
import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { readHour } from '../../../../shared/date/hour';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { due } from '../../ui/format';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';
import { HourField, receivedTimeOf, type Due } from './receipt-moment';

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

interface ReceiptDialogProps extends OfReport {
  readonly receivedOn: string;
  /** HH:mm; null: not known. */
  readonly receivedTime: string | null;
  /** The unit's own deadline: one with an hour asks for the hour of receipt too. */
  readonly due: Due;
}

export function ReceiptDialog(props: ReceiptDialogProps): ReactNode {
  useReturnFocus();
  const { dossierId, period, unit } = props;
  const [day, setDay] = useState<string | null>(props.receivedOn);
  const [hour, setHour] = useState(props.receivedTime ?? '');
  const asksHour = props.due.time !== null;
  const sameHour = !asksHour || (readHour(hour) ?? hour.trim()) === (props.receivedTime ?? '');
  const [reason, setReason] = useState('');
  const correct = useCommand('report.correctReceipt', {
    form: true,
    done: `Đã sửa ngày nhận báo cáo của ${props.unitName}.`,
  });
  const problem = correct.fields['receivedOn'] ?? correct.fields['receivedTime'] ?? correct.fields['reason'];
  return (
    <Modal
      open
      title={<DialogTitle>{`Sửa ngày nhận báo cáo của ${props.unitName}`}</DialogTitle>}
      okText="Sửa ngày nhận"
      cancelText="Thôi"
      okButtonProps={{
        disabled: reason.trim() === '' || day === null || (day === props.receivedOn && sameHour),
      }}
      confirmLoading={correct.pending}
      onCancel={props.onClose}
      onOk={() => {
        if (day === null) return;
        void correct
          .run({
            dossierId,
            period,
            unit,
            receivedOn: day,
            reason,
            ...receivedTimeOf({ hour }, [props.due]),
          })
          .then((value) => {
            if (value) props.onClose();
          });
      }}
    >
      <div className="stack">
        <p className="muted">
          Đang ghi {due({ lastDay: props.receivedOn, time: props.receivedTime })}
          {asksHour ? `, hạn ${due(props.due)}` : ''}. Đúng hạn hay trễ hạn tính theo{' '}
          {asksHour ? 'ngày, giờ nhận' : 'ngày nhận'}; ngày cũ và lý do được giữ trong báo cáo.
        </p>
        <div className="row">
          <span>Ngày nhận đúng</span>
          {asksHour ? <HourField label="Giờ nhận đúng" value={hour} onChange={setHour} /> : null}
          <DateField
            label="Ngày nhận đúng"
            value={day}
            onChange={(next) => {
              // An hour belongs to its day.
              if (next !== day) setHour(next === props.receivedOn ? (props.receivedTime ?? '') : '');
              setDay(next);
            }}
          />
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
