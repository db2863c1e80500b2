import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { date } from '../../ui/format';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';

interface ExtendDialogProps {
  readonly dossierId: string;
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
  readonly lastDay: string;
  readonly onClose: () => void;
}

/** Gia hạn for one unit, with its reason. */
export function ExtendDialog(props: ExtendDialogProps): ReactNode {
  useReturnFocus();
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const extend = useCommand('report.extend', { done: `Đã gia hạn cho ${props.unitName}.` });
  const submit = async () => {
    if (day === null) return;
    const value = await extend.run({
      dossierId: props.dossierId,
      period: props.period,
      extension: { unitId: props.unit, lastDay: day, reason },
    });
    if (value) props.onClose();
  };
  return (
    <Modal
      open
      title={<DialogTitle>{`Gia hạn cho ${props.unitName}`}</DialogTitle>}
      okText="Gia hạn"
      cancelText="Thôi"
      okButtonProps={{ disabled: reason.trim() === '' || day === null }}
      confirmLoading={extend.pending}
      onCancel={props.onClose}
      onOk={() => void submit()}
    >
      <Form layout="vertical">
        <Form.Item label="Hạn mới">
          <DateField label="Hạn mới" value={day} onChange={setDay} />
          <div className="muted">Hạn đang có: {date(props.lastDay)}</div>
        </Form.Item>
        <Form.Item label="Lý do" htmlFor="extend-reason">
          <Input id="extend-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
