import type { ReactNode } from 'react';
import type { RetentionRule } from '../../../../shared/domain/office/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { toastError } from '../../app/feedback';
import { DataTable, type Column } from '../../ui/data-table';
import { EditableText } from '../../ui/editable';

export function RetentionTable({ office }: { readonly office: OfficeView }): ReactNode {
  const save = useCommand('office.saveRetention');
  const patch = (row: RetentionRule, change: Partial<RetentionRule>) => save.run({ ...row, ...change });
  const words = (row: RetentionRule) => (row.years === null ? 'Vĩnh viễn' : `${row.years} năm`);
  const columns: readonly Column<RetentionRule>[] = [
    {
      key: 'title',
      title: 'Loại hồ sơ, tài liệu',
      text: (row) => row.title,
      render: (row) => (
        <EditableText label="Loại hồ sơ" value={row.title} onSave={(title) => patch(row, { title })} />
      ),
    },
    {
      key: 'years',
      title: 'Thời hạn',
      width: 150,
      text: words,
      sort: (row) => row.years ?? 1000,
      render: (row) => (
        <EditableText
          label={`Thời hạn ${row.title}`}
          value={words(row)}
          onSave={(text) => {
            const years = /^(\d+)/.exec(text)?.[1];
            if (years !== undefined) return patch(row, { years: Number(years) });
            if (/vĩnh/i.test(text)) return patch(row, { years: null });
            toastError('Thời hạn chưa đúng', 'Ghi số năm, ví dụ “20 năm”, hoặc “Vĩnh viễn”.');
            return false;
          }}
        />
      ),
    },
    { key: 'source', title: 'Nguồn', width: 360, text: (row) => row.source },
  ];
  return (
    <DataTable
      id="retention"
      label="Thời hạn bảo quản"
      rows={office.retention}
      columns={columns}
      rowKey={(row) => row.id}
    />
  );
}
