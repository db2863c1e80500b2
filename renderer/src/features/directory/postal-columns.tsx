import { Select } from 'antd';
import type { Channel } from '../../../../shared/domain/dispatch/channel';
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import { CHANNEL } from '../../../../shared/i18n/vi';
import type { Column } from '../../ui/data-table';
import { EditableText } from '../../ui/editable';

const CHANNELS = Object.entries(CHANNEL).map(([value, label]) => ({ value: value as Channel, label }));

/** What is written as text, each in its own column. */
const WRITTEN = [
  ['contact', 'Liên hệ', 140],
  ['contactPosition', 'Chức vụ đầu mối', 150],
  ['address', 'Địa chỉ', 180],
  ['email', 'Thư điện tử', 160],
  ['phone', 'Điện thoại', 130],
] as const;

/** How an entry is usually sent to, and what stands on its envelope; hidden until somebody wants them. */
export function postalColumns(
  patch: (entry: DirectoryEntry, change: Partial<DirectoryEntry>) => Promise<unknown>,
): readonly Column<DirectoryEntry>[] {
  const textColumn = ([key, title, width]: (typeof WRITTEN)[number]): Column<DirectoryEntry> => ({
    key,
    title,
    width,
    hidden: true,
    text: (row) => row[key] ?? '',
    render: (row) => (
      <EditableText label={title} value={row[key] ?? ''} onSave={(text) => patch(row, { [key]: text })} />
    ),
  });
  return [
    {
      key: 'channel',
      title: 'Cách gửi',
      width: 120,
      hidden: true,
      text: (row) => (row.channel ? CHANNEL[row.channel] : ''),
      render: (row) => (
        <Select
          aria-label={`Cách gửi thường dùng của ${row.name}`}
          variant="borderless"
          className="wide-select"
          value={row.channel ?? null}
          options={[{ value: null, label: 'Như chung' }, ...CHANNELS]}
          onChange={(channel: Channel | null) => void patch(row, { channel })}
        />
      ),
    },
    ...WRITTEN.map(textColumn),
  ];
}
