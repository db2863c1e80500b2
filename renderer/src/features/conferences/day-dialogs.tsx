import { Checkbox, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ConferenceView } from '../../../../shared/rpc/contract/conference';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { fault, FormDialog } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

interface DayDialogProps {
  readonly conference: ConferenceView;
  readonly onClose: () => void;
}

/** Gives a conference its day and hours, or moves it; a day that has passed is asked back. */
export function ScheduleDialog({ conference, onClose }: DayDialogProps): ReactNode {
  const { dossierId, id, record } = conference;
  const [day, setDay] = useState(conference.day);
  const [time, setTime] = useState(conference.time ?? '');
  const [endTime, setEndTime] = useState(record.endTime ?? '');
  const [reason, setReason] = useState('');
  const [evenPast, setEvenPast] = useState(false);
  const schedule = useCommand('conference.schedule', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi ngày, giờ họp.',
  });
  const { fields } = schedule;
  const past = day !== null && day < today();
  const moves = conference.day !== null;
  const submit = async () => {
    if (day === null) return;
    const value = await schedule.run({ dossierId, id, day, time, endTime, reason, evenPast });
    if (value) onClose();
  };
  return (
    <FormDialog
      title={moves ? 'Đổi ngày, giờ hội nghị' : 'Định ngày hội nghị'}
      action="Lưu"
      pending={schedule.pending}
      error={Object.keys(fields).length > 0 ? null : schedule.error}
      disabled={day === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{conference.name}</p>
      <Form.Item label="Ngày họp" {...fault(fields, 'day')}>
        <DateField label="Ngày họp" value={day} onChange={setDay} />
      </Form.Item>
      {past ? (
        <Form.Item label=" ">
          <Checkbox checked={evenPast} onChange={(event) => setEvenPast(event.target.checked)}>
            Ngày này đã qua, vẫn ghi
          </Checkbox>
        </Form.Item>
      ) : null}
      <TextItem
        id="conference-start"
        label="Bắt đầu"
        {...fault(fields, 'time')}
        style={{ width: 120 }}
        placeholder="14h00"
        value={time}
        onChange={setTime}
      />
      <TextItem
        id="conference-end"
        label="Kết thúc"
        {...fault(fields, 'endTime')}
        style={{ width: 120 }}
        placeholder="17h00"
        value={endTime}
        onChange={setEndTime}
      />
      {moves ? (
        <TextItem
          id="conference-reason"
          label="Lý do đổi"
          {...fault(fields, 'reason')}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      ) : null}
    </FormDialog>
  );
}

const HALT_WORDS = {
  postponed: { title: 'Hoãn hội nghị', action: 'Ghi hoãn', done: 'Đã ghi hoãn hội nghị.' },
  cancelled: { title: 'Hủy hội nghị', action: 'Ghi hủy', done: 'Đã ghi hủy hội nghị.' },
} as const;

export function HaltDialog({
  conference,
  kind,
  onClose,
}: DayDialogProps & { readonly kind: 'postponed' | 'cancelled' }): ReactNode {
  const words = HALT_WORDS[kind];
  const [reason, setReason] = useState('');
  const halt = useCommand('conference.halt', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: words.done,
  });
  const submit = async () => {
    const { dossierId, id } = conference;
    if (await halt.run({ dossierId, id, kind, reason })) onClose();
  };
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      pending={halt.pending}
      error={Object.keys(halt.fields).length > 0 ? null : halt.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {conference.name}. Lịch vẫn giữ dòng này, ghi là {kind === 'postponed' ? 'hoãn' : 'đã hủy'}; tệp .ics
        báo cho lịch khác biết.
      </p>
      <Form.Item label="Lý do" htmlFor="halt-reason" {...fault(halt.fields, 'reason')}>
        <Input
          id="halt-reason"
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}
