import { Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { readHour } from '../../../../shared/date/hour';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { fault, FormDialog } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { PlanSelect } from '../../ui/plan-select';
import { TextItem } from '../../ui/text-item';

/** A conference of a plan, added by hand; it stands in the plan like one that was read. */
export function ConferenceDialog(props: {
  readonly day: string;
  /** The plan that it belongs to, where the place says so. */
  readonly dossierId?: string;
  readonly onClose: () => void;
}): ReactNode {
  const [dossierId, setDossierId] = useState<string | null>(props.dossierId ?? null);
  const [name, setName] = useState('');
  const [day, setDay] = useState<string | null>(props.day);
  const [hour, setHour] = useState('');
  const [mode, setMode] = useState<'online' | 'in-person' | null>(null);
  const [organizer, setOrganizer] = useState('');
  const add = useCommand('plan.addItem', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã thêm hội nghị vào kế hoạch.',
  });
  const time = hour.trim() === '' ? '' : readHour(hour);
  // One that was held already may be entered later; a slip of the year is told before it is one.
  const past = day !== null && day < today();
  const submit = async () => {
    if (dossierId === null || day === null || time === null) return;
    const done = await add.run({
      dossierId,
      kind: 'conference',
      afterId: null,
      fields: {
        name: name.trim(),
        start: time === '' ? day : `${day}T${time}`,
        mode,
        organizer: organizer.trim() === '' ? null : organizer.trim(),
      },
    });
    if (done) props.onClose();
  };
  return (
    <FormDialog
      title="Thêm hội nghị"
      action={past ? 'Vẫn thêm' : 'Thêm'}
      pending={add.pending}
      error={add.error}
      disabled={dossierId === null || name.trim() === '' || day === null || time === null}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      {props.dossierId === undefined ? (
        <Form.Item label="Kế hoạch">
          <PlanSelect value={dossierId} onChange={setDossierId} />
        </Form.Item>
      ) : null}
      <Form.Item label="Tên hội nghị" htmlFor="conference-name" {...fault(add.fields, 'name')}>
        <Input
          id="conference-name"
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Ngày">
        <DateField label="Ngày hội nghị" value={day} onChange={setDay} />
        {past ? (
          <div className="tone-warn" role="status" data-testid="past-day">
            ? Ngày {date(day)} đã qua. Hội nghị đã họp thì bấm Vẫn thêm; nếu ghi nhầm thì sửa lại ngày.
          </div>
        ) : null}
      </Form.Item>
      <Form.Item
        label="Giờ"
        htmlFor="conference-hour"
        {...(time === null
          ? { validateStatus: 'error' as const, help: 'Ghi giờ như 14h00 hoặc 14:00.' }
          : {})}
      >
        <Input
          id="conference-hour"
          style={{ width: 120 }}
          placeholder="14h00"
          value={hour}
          onChange={(event) => setHour(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Hình thức">
        <Select
          aria-label="Hình thức"
          allowClear
          style={{ width: 200 }}
          value={mode}
          placeholder="Chưa rõ"
          options={[
            { value: 'in-person', label: 'Trực tiếp' },
            { value: 'online', label: 'Trực tuyến' },
          ]}
          onChange={(value: 'online' | 'in-person' | undefined) => setMode(value ?? null)}
        />
      </Form.Item>
      <TextItem id="conference-organizer" label="Cơ quan chủ trì" value={organizer} onChange={setOrganizer} />
    </FormDialog>
  );
}
