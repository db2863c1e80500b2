import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { KeptFile } from '../../../../shared/domain/archive/model';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callQuery } from '../../api/client';
import { DataTable, type Column } from '../../ui/data-table';
import { moment, size } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';

const ROLE: Readonly<Record<KeptFile['role'], string>> = {
  source: 'Bản gốc đã đọc',
  signed: 'Bản ký',
  form: 'Biểu báo cáo đã nhận',
  attachment: 'Kèm theo',
  chase: 'Đôn đốc',
  draft: 'Dự thảo văn bản',
  proof: 'Minh chứng đã nhận',
};

/** Every file kept byte for byte. */
export function FilesTab({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const delivery = useDelivery();
  const { dossierId } = dossier;
  // `?tep=`: the file that was found, first and set off.
  const [params] = useSearchParams();
  const found = params.get('tep');
  const files = [...dossier.files].sort((a, b) => Number(b.id === found) - Number(a.id === found));
  const columns: readonly Column<KeptFile>[] = [
    {
      key: 'name',
      title: 'Tên tệp',
      text: (file) => file.name,
      render: (file) => (
        <button
          type="button"
          className="link-button"
          onClick={() => delivery.make(file.id, () => callQuery('file.get', { dossierId, sha256: file.id }))}
        >
          {file.id === found ? <strong>{file.name}</strong> : file.name}
        </button>
      ),
    },
    { key: 'role', title: 'Là', width: 170, filter: true, text: (file) => ROLE[file.role] },
    {
      key: 'size',
      title: 'Cỡ',
      width: 90,
      number: true,
      text: (file) => size(file.bytes),
      sort: (file) => file.bytes,
    },
    {
      key: 'at',
      title: 'Nhận lúc',
      width: 150,
      text: (file) => moment(file.addedAt),
      sort: (file) => file.addedAt,
    },
    { key: 'sha', title: 'SHA-256', width: 160, hidden: true, text: (file) => file.id },
  ];
  return (
    <DataTable
      id="files"
      label="Tệp của hồ sơ"
      rows={files}
      columns={columns}
      rowKey={(file) => file.id}
      empty="Chưa có tệp nào. Bản gốc, bản ký và các biểu đã nhận sẽ nằm ở đây."
    />
  );
}
