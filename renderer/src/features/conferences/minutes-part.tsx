import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { fault, FileField } from '../../ui/form-dialog';
import { useDelivery } from '../../ui/save-files';
import type { PartProps } from './conference-page';
import { SaveBar } from './save-bar';
import { offWhen, READING } from '../../ui/writing';

/** Biên bản: its file as it is, its number and day. */
export function MinutesPart({ conference }: PartProps): ReactNode {
  const { dossierId, id, record, minutesName, closed } = conference;
  const { minutes } = record;
  const [file, setFile] = useState<HandedFile | null>(null);
  const [numberText, setNumber] = useState(minutes?.numberText ?? '');
  const [day, setDay] = useState(minutes?.date ?? conference.day);
  const delivery = useDelivery();
  const keep = useCommand('conference.minutes', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã gắn biên bản.',
  });
  const store = async () => {
    const done = await keep.run({ dossierId, id, ticket: file?.ticket ?? null, numberText, date: day });
    if (done) setFile(null);
  };
  const changed =
    file !== null || numberText !== (minutes?.numberText ?? '') || (minutes !== null && day !== minutes.date);
  return (
    <Form layout="horizontal" labelCol={{ flex: '140px' }} labelAlign="left" colon={false} className="stack">
      {minutes?.file == null ? null : (
        <div className="row">
          <span>● Đang giữ: {minutesName}</span>
          <Button
            {...READING}
            size="small"
            onClick={() =>
              delivery.make('minutes', () => callQuery('file.get', { dossierId, sha256: minutes.file ?? '' }))
            }
          >
            Lấy tệp
          </Button>
        </div>
      )}
      <div>
        {closed ? null : (
          <Form.Item label="Tệp biên bản">
            <FileField label="Chọn tệp" value={file} onChange={setFile} />
          </Form.Item>
        )}
        <Form.Item label="Số biên bản" htmlFor="minutes-number" {...fault(keep.fields, 'numberText')}>
          <Input
            id="minutes-number"
            {...offWhen(closed)}
            style={{ width: 240 }}
            placeholder="02-BB/ĐU"
            value={numberText}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Form.Item>
        <Form.Item label="Ngày biên bản" {...fault(keep.fields, 'date')}>
          <DateField label="Ngày biên bản" value={day} allowClear disabled={closed} onChange={setDay} />
        </Form.Item>
      </div>
      {closed ? null : (
        <SaveBar
          changed={changed}
          pending={keep.pending}
          error={keep.error}
          onSave={() => void store()}
          onDrop={() => {
            setFile(null);
            setNumber(minutes?.numberText ?? '');
            setDay(minutes?.date ?? conference.day);
          }}
          label="Lưu biên bản"
        />
      )}
    </Form>
  );
}
