import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Holiday } from '../../../../shared/domain/office/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { DataTable, type Column } from '../../ui/data-table';
import { DateField } from '../../ui/date-field';
import { dateWithDay } from '../../ui/format';
import { offWhen } from '../../ui/writing';

const KIND: Readonly<Record<Holiday['kind'], string>> = { off: 'Nghỉ', work: 'Làm bù' };

export function HolidayTable({ office }: { readonly office: OfficeView }): ReactNode {
  const save = useCommand('office.saveHoliday', { done: 'Đã lưu ngày.' });
  const remove = useCommand('office.removeHoliday', { done: 'Đã bỏ ngày. Ctrl+Z để lấy lại.' });
  const [day, setDay] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Holiday['kind']>('off');
  const columns: readonly Column<Holiday>[] = [
    { key: 'day', title: 'Ngày', width: 190, text: (row) => dateWithDay(row.id), sort: (row) => row.id },
    { key: 'year', title: 'Năm', width: 80, filter: true, text: (row) => row.id.slice(0, 4) },
    { key: 'name', title: 'Tên', text: (row) => row.name },
    { key: 'kind', title: 'Loại', width: 110, filter: true, text: (row) => KIND[row.kind] },
    {
      key: 'do',
      title: 'Thao tác',
      width: 70,
      sort: false,
      text: () => '',
      render: (row) => (
        <Button size="small" type="text" onClick={() => void remove.run({ id: row.id })}>
          Bỏ
        </Button>
      ),
    },
  ];
  const add = async () => {
    if (day !== null && (await save.run({ id: day, name, kind }))) setName('');
  };
  return (
    <DataTable
      id="holidays"
      label="Ngày nghỉ và làm bù"
      rows={[...office.holidays].sort((left, right) => left.id.localeCompare(right.id))}
      columns={columns}
      rowKey={(row) => row.id}
      tools={
        <span className="row">
          <DateField label="Ngày nghỉ mới" value={day} onChange={setDay} />
          <Input
            aria-label="Tên ngày"
            placeholder="Tên ngày"
            style={{ width: 180 }}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            aria-label="Loại ngày"
            value={kind}
            options={[
              { value: 'off' as const, label: KIND.off },
              { value: 'work' as const, label: KIND.work },
            ]}
            onChange={setKind}
          />
          <Button {...offWhen(day === null)} loading={save.pending} onClick={() => void add()}>
            Thêm
          </Button>
        </span>
      }
    />
  );
}
