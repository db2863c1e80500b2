import { Select } from 'antd';
import type { Channel } from '../../../../shared/domain/dispatch/channel';
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import { CHANNEL } from '../../../../shared/i18n/vi';
import type { Column } from '../../ui/data-table';
import { EditableText } from '../../ui/editable';

const CHANNELS = Object.entries(CHANNEL).map(([value, label]) => ({ value: value as Channel, label }));

/** How an entry is usually sent to, and what stands on its envelope; hidden until somebody wants them. */
export function postalColumns(
  patch: (entry: DirectoryEntry, change: Partial<DirectoryEntry>) => void,
): readonly Column<DirectoryEntry>[] {
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
          onChange={(channel: Channel | null) => patch(row, { channel })}
        />
      ),
    },
    {
      key: 'address',
      title: 'Địa chỉ',
      width: 180,
      hidden: true,
      text: (row) => row.address ?? '',
      render: (row) => (
        <EditableText
          label="Địa chỉ"
          value={row.address ?? ''}
          onSave={(address) => patch(row, { address })}
        />
      ),
    },
    {
      key: 'email',
      title: 'Thư điện tử',
      width: 160,
      hidden: true,
      text: (row) => row.email ?? '',
      render: (row) => (
        <EditableText label="Thư điện tử" value={row.email ?? ''} onSave={(email) => patch(row, { email })} />
      ),
    },
  ];
}
