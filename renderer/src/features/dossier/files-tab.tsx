import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { KeptFile } from '../../../../shared/domain/archive/model';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callQuery } from '../../api/client';
import { DataTable, type Column } from '../../ui/data-table';
import { moment, size } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { PurgeDialog } from '../purge/purge-dialog';

const ROLE: Readonly<Record<KeptFile['role'], string>> = {
  source: 'Bản gốc đã đọc',
  signed: 'Bản ký',
  form: 'Biểu báo cáo đã nhận',
  attachment: 'Kèm theo',
  chase: 'Đôn đốc',
  draft: 'Dự thảo văn bản',
  proof: 'Minh chứng đã nhận',
};

/** Every file kept byte for byte; what must not lie here is chosen and purged. */
export function FilesTab({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const delivery = useDelivery();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [purging, setPurging] = useState(false);
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
  const going = files.filter(({ id }) => chosen.includes(id));
  const exports = dossier.archive?.exports ?? [];
  return (
    <>
      <DataTable
        id="files"
        label="Tệp của hồ sơ"
        rows={files}
        columns={columns}
        rowKey={(file) => file.id}
        selected={chosen}
        onSelect={setChosen}
        tools={
          <Button danger disabled={going.length === 0} onClick={() => setPurging(true)}>
            {going.length === 0 ? 'Xóa hẳn tệp đã chọn' : `Xóa hẳn ${going.length} tệp`}
          </Button>
        }
        empty="Chưa có tệp nào. Bản gốc, bản ký và các biểu đã nhận sẽ nằm ở đây."
      />
      {purging ? (
        <PurgeDialog
          title={`Xóa hẳn ${going.length} tệp của hồ sơ`}
          named={going.length === 1 ? `“${going[0]?.name ?? ''}”` : `${going.length} tệp`}
          goes={going.map((file) => `${file.name} (${ROLE[file.role].toLocaleLowerCase('vi')})`)}
          stays={[
            'Hồ sơ, các văn bản cùng số, ngày, nơi nhận, và những gì đã đọc từ tệp (lời kế hoạch, số liệu báo cáo).',
            ...(going.some(({ role }) => role === 'signed')
              ? ['Văn bản mất bản ký thì ghi rõ là bản ký đã xóa hẳn; gắn bản khác nếu cần.']
              : []),
            ...(exports.length > 0
              ? [`${exports.length} gói lưu trữ đã xuất ra ngoài: phải tự tìm và xóa.`]
              : []),
          ]}
          phrase={`xóa ${going.length} tệp`}
          dossierId={dossierId}
          files={going.map(({ id }) => id)}
          onClose={() => {
            setPurging(false);
            setChosen([]);
          }}
        />
      ) : null}
    </>
  );
}
