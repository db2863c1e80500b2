import { Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { UpwardRow } from '../../../../shared/rpc/contract/obligation';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { FileField, FormDialog, fault } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

interface StepProps {
  readonly row: UpwardRow;
  readonly onClose: () => void;
}

const CHANNELS = ['Mạng nội bộ', 'Trực tiếp', 'Bưu điện', 'Thư điện tử'];

/** It left: by its own number and day, or by a document of the dossier that has them. */
export function UpwardSendDialog({ row, onClose }: StepProps): ReactNode {
  const { sent } = row;
  const documents = useRpc('document.list', { dossierId: row.dossierId });
  const [documentId, setDocumentId] = useState(sent?.documentId ?? null);
  const [numberText, setNumber] = useState(sent?.numberText ?? '');
  const [day, setDay] = useState(sent?.date ?? null);
  const [on, setOn] = useState<string | null>(sent?.on ?? today());
  const [time, setTime] = useState(sent?.time ?? '');
  const [channel, setChannel] = useState(sent?.channel ?? 'Mạng nội bộ');
  const [file, setFile] = useState<HandedFile | null>(null);
  const send = useCommand('upward.send', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi nhận báo cáo đã gửi.',
  });
  const numbered = (documents.data ?? []).filter((document) => document.numberText !== null);
  const submit = async () => {
    const value = await send.run({
      dossierId: row.dossierId,
      id: row.id,
      numberText,
      date: day,
      on,
      time: time.trim() === '' ? null : time.trim(),
      channel,
      documentId,
      ticket: file?.ticket ?? null,
    });
    if (value) onClose();
  };
  const { fields } = send;
  return (
    <FormDialog
      title={sent ? 'Sửa số, ngày gửi' : 'Ghi báo cáo đã gửi'}
      action={sent ? 'Lưu' : 'Ghi đã gửi'}
      pending={send.pending}
      error={Object.keys(fields).length > 0 ? null : send.error}
      disabled={on === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {row.title} · {row.to} · hạn {date(row.lastDay)} {row.time ?? ''}
      </p>
      {numbered.length > 0 ? (
        <Form.Item label="Văn bản">
          <Select
            aria-label="Văn bản trong hồ sơ"
            style={{ width: '100%' }}
            value={documentId ?? ''}
            options={[
              { value: '', label: 'Không có trong hồ sơ, ghi số ở dưới' },
              ...numbered.map((document) => ({
                value: document.id,
                label: `${document.numberText ?? ''} – ${document.title}`,
              })),
            ]}
            onChange={(value) => setDocumentId(value === '' ? null : value)}
          />
        </Form.Item>
      ) : null}
      {documentId === null ? (
        <>
          <TextItem
            id="sent-number"
            label="Số, ký hiệu"
            autoFocus
            placeholder="12-BC/ĐU"
            value={numberText}
            onChange={setNumber}
          />
          <Form.Item label="Ngày văn bản" {...fault(fields, 'date')}>
            <DateField label="Ngày văn bản" value={day} allowClear onChange={setDay} />
          </Form.Item>
        </>
      ) : null}
      <Form.Item label="Ngày gửi" {...fault(fields, 'on')}>
        <div className="row">
          <DateField label="Ngày gửi" value={on} onChange={setOn} />
          {row.time === null ? null : (
            <Input
              aria-label="Giờ gửi"
              placeholder="giờ gửi: 15:45"
              style={{ width: 140 }}
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          )}
        </div>
        {fields['time'] === undefined ? null : <div className="field-error">{fields['time']}</div>}
      </Form.Item>
      <Form.Item label="Gửi qua">
        <Select
          aria-label="Gửi qua"
          style={{ width: 200 }}
          value={channel}
          options={[...new Set([...CHANNELS, channel])].map((value) => ({ value, label: value }))}
          onChange={setChannel}
        />
      </Form.Item>
      <Form.Item label="Bản đã gửi">
        <FileField label="Chọn bản đã ký" value={file} onChange={setFile} />
        {row.fileName === null || file ? null : <div className="muted">Đang giữ: {row.fileName}</div>}
      </Form.Item>
    </FormDialog>
  );
}

/** What says that it arrived. */
export function UpwardReceiptDialog({ row, onClose }: StepProps): ReactNode {
  const [on, setOn] = useState<string | null>(row.receipt?.on ?? today());
  const [note, setNote] = useState(row.receipt?.note ?? '');
  const [file, setFile] = useState<HandedFile | null>(null);
  const confirm = useCommand('upward.receipt', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi xác nhận của cấp trên.',
  });
  const submit = async () => {
    const { dossierId, id } = row;
    const value = await confirm.run({ dossierId, id, on, note, ticket: file?.ticket ?? null });
    if (value) onClose();
  };
  return (
    <FormDialog
      title="Cấp trên đã nhận"
      action="Ghi xác nhận"
      pending={confirm.pending}
      error={Object.keys(confirm.fields).length > 0 ? null : confirm.error}
      disabled={on === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {row.title} · gửi {row.to} ngày {date(row.sent?.on)}
      </p>
      <Form.Item label="Ngày xác nhận" {...fault(confirm.fields, 'on')}>
        <DateField label="Ngày xác nhận" value={on} onChange={setOn} />
      </Form.Item>
      <TextItem
        id="receipt-note"
        label="Ghi chú"
        autoFocus
        placeholder="Văn thư tiếp nhận, số đến 125"
        value={note}
        onChange={setNote}
      />
      <Form.Item label="Giấy tờ kèm">
        <FileField label="Chọn tệp" value={file} onChange={setFile} />
      </Form.Item>
    </FormDialog>
  );
}

/** Lưu hồ sơ. */
export function UpwardFileDialog({ row, onClose }: StepProps): ReactNode {
  const [on, setOn] = useState<string | null>(today());
  const store = useCommand('upward.file', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu báo cáo vào hồ sơ.',
  });
  const submit = async () => {
    const value = await store.run({ dossierId: row.dossierId, id: row.id, on });
    if (value) onClose();
  };
  return (
    <FormDialog
      title="Lưu hồ sơ"
      action="Lưu hồ sơ"
      pending={store.pending}
      error={Object.keys(store.fields).length > 0 ? null : store.error}
      disabled={on === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {row.title} · {row.sent?.numberText} gửi {row.to} ngày {date(row.sent?.on)}
      </p>
      {row.receipt === null ? <p className="tone-warn">? Chưa có xác nhận của nơi nhận.</p> : null}
      {row.sent?.file === null ? (
        <p className="tone-warn">? Chưa có bản đã gửi; bấm “Khác…” → “Sửa số, ngày gửi” để gắn.</p>
      ) : null}
      <Form.Item label="Ngày lưu" {...fault(store.fields, 'on')}>
        <DateField label="Ngày lưu" value={on} onChange={setOn} />
      </Form.Item>
    </FormDialog>
  );
}
