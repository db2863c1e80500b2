import { Alert, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { isSpecial } from '../../../../shared/domain/report/periods';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { due } from '../../ui/format';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';
import { TextItem } from '../../ui/text-item';
import { HourField } from './receipt-moment';

interface ExtendDialogProps {
  readonly dossierId: string;
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
  readonly lastDay: string;
  /** HH:mm; null: the whole day. */
  readonly time: string | null;
  readonly onClose: () => void;
}

/** Gia hạn for one unit, with its reason. */
export function ExtendDialog(props: ExtendDialogProps): ReactNode {
  useReturnFocus();
  const [day, setDay] = useState<string | null>(null);
  const [hour, setHour] = useState('');
  const [reason, setReason] = useState('');
  const extend = useCommand('report.extend', {
    showsError: true,
    done: `Đã gia hạn cho ${props.unitName}.`,
  });
  const submit = async () => {
    if (day === null) return;
    const value = await extend.run({
      dossierId: props.dossierId,
      period: props.period,
      extension: { unitId: props.unit, lastDay: day, time: hour, reason },
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
          <span className="row">
            {isSpecial(props.period) ? (
              <HourField label="Giờ của hạn mới" value={hour} onChange={setHour} />
            ) : null}
            <DateField label="Hạn mới" value={day} onChange={setDay} />
          </span>
          <div className="muted">
            Hạn đang có: {due(props)}
            {isSpecial(props.period) ? '. Không ghi giờ: hết ngày.' : ''}
          </div>
        </Form.Item>
        {extend.error ? <Alert type="error" showIcon role="alert" title={extend.error.message} /> : null}
        <TextItem id="extend-reason" label="Lý do" value={reason} onChange={setReason} />
      </Form>
    </Modal>
  );
}
