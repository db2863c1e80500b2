import { Alert, Checkbox, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { date, today } from '../../ui/format';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';
import { TextItem } from '../../ui/text-item';

interface MergeDialogProps {
  readonly entry: DirectoryEntry;
  readonly office: OfficeView;
  readonly onClose: () => void;
}

/** Sáp nhập, chia tách: where a unit went and from when; beforehand, in which periods others would owe. */
export function MergeDialog({ entry, office, onClose }: MergeDialogProps): ReactNode {
  useReturnFocus();
  const [from, setFrom] = useState<string>(today());
  const [into, setInto] = useState<readonly string[]>([]);
  const [names, setNames] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [reason, setReason] = useState('');
  const founded = names
    .split(/[;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const input = { id: entry.id, from, into: [...into], founded, keeps, reason };
  const ready = into.length + founded.length > 0;
  const preview = useRpc('office.previewMerge', { ...input, reason: '' }, { enabled: ready });
  const merge = useCommand('office.mergeEntry', {
    showsError: true,
    done: `Đã ghi sáp nhập, chia tách ${entry.name}. Ctrl+Z để hoàn tác.`,
  });
  const submit = async () => {
    if (await merge.run(input)) onClose();
  };
  const complaint = merge.error ?? preview.error;
  return (
    <Modal
      open
      width={720}
      title={<DialogTitle>{`Sáp nhập, chia tách: ${entry.name}`}</DialogTitle>}
      okText="Ghi sáp nhập, chia tách"
      cancelText="Thôi"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={merge.pending}
      onCancel={onClose}
      onOk={() => void submit()}
    >
      {complaint && ready ? <Alert type="error" showIcon title={complaint.message} /> : null}
      <Form layout="horizontal" labelCol={{ flex: '190px' }} labelAlign="left" colon={false}>
        <Form.Item label="Từ ngày">
          <DateField label="Từ ngày" value={from} onChange={(day) => setFrom(day ?? from)} />
        </Form.Item>
        <Form.Item label="Đơn vị nhận">
          <EntrySelect
            label="Đơn vị nhận"
            entries={office.entries.filter((each) => each.id !== entry.id)}
            kinds={['unit']}
            value={into}
            onChange={setInto}
          />
        </Form.Item>
        <TextItem
          id="merge-founded"
          label="Đơn vị mới thành lập"
          value={names}
          placeholder="tên đơn vị mới; cách nhau bằng dấu ;"
          onChange={setNames}
        />
        <Form.Item label="Chia tách một phần">
          <Checkbox checked={keeps} onChange={(event) => setKeeps(event.target.checked)}>
            {entry.name} vẫn hoạt động
          </Checkbox>
        </Form.Item>
        <TextItem
          id="merge-reason"
          label="Lý do, căn cứ"
          value={reason}
          placeholder="Ví dụ: Nghị quyết số 12-NQ/ĐU"
          onChange={setReason}
        />
      </Form>
      {ready && preview.data ? (
        <div aria-live="polite">
          <strong>
            {preview.data.periods.length === 0
              ? 'Không kỳ báo cáo nào thay đổi.'
              : `${preview.data.periods.length} kỳ báo cáo thay đổi:`}
          </strong>
          <ul className="merge-preview">
            {preview.data.periods.map((row) => (
              <li key={`${row.dossierId}|${row.period}`}>
                {periodWords(row.period)} (hạn {date(row.lastDay)}), {row.plan}:
                {row.noLonger.length > 0 ? ` thôi phải nộp: ${row.noLonger.join(', ')}.` : ''}
                {row.newly.length > 0 ? ` thêm phải nộp: ${row.newly.join(', ')}.` : ''}
                {row.reported.length > 0 ? (
                  <span className="tone-warn">
                    {' '}
                    ? đã nhận báo cáo của {row.reported.join(', ')}; số liệu vẫn được cộng.
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Modal>
  );
}
