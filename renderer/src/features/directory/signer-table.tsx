import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Signer } from '../../../../shared/domain/office/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { toastInfo } from '../../app/feedback';
import { DataTable, type Column } from '../../ui/data-table';
import { EditableText } from '../../ui/editable';
import { offWhen } from '../../ui/writing';

export function SignerTable({ office }: { readonly office: OfficeView }): ReactNode {
  const save = useCommand('office.saveSigner');
  const remove = useCommand('office.removeSigner', { done: 'Đã bỏ người ký. Ctrl+Z để lấy lại.' });
  const [name, setName] = useState('');
  const [position, setPosition] = useState('');
  const store = async (signer: Omit<Signer, 'id' | 'isDefault'> & Partial<Signer>) => {
    const kept = await save.run(signer);
    if (kept && kept.authority !== signer.authority.trim())
      toastInfo(
        `Đã ghi thẩm quyền “${kept.authority}”`,
        'Thêm theo thể thức của cơ quan: ký thay mặt cơ quan ấy.',
      );
    return kept;
  };
  const patch = (row: Signer, change: Partial<Signer>) => store({ ...row, ...change });
  const edit = (key: 'name' | 'authority' | 'position', title: string, width?: number): Column<Signer> => ({
    key,
    title,
    ...(width === undefined ? {} : { width }),
    text: (row) => row[key],
    render: (row) => (
      <EditableText label={title} value={row[key]} onSave={(value) => patch(row, { [key]: value })} />
    ),
  });
  const columns: readonly Column<Signer>[] = [
    edit('name', 'Họ và tên'),
    edit('authority', 'Thẩm quyền', 240),
    {
      key: 'onBehalf',
      title: 'Ký thay',
      width: 160,
      text: (row) => row.onBehalf ?? '',
      render: (row) => (
        <EditableText
          label="Ký thay"
          value={row.onBehalf ?? ''}
          onSave={(value) => patch(row, { onBehalf: value || null })}
        />
      ),
    },
    edit('position', 'Chức vụ', 260),
    {
      key: 'default',
      title: 'Mặc định',
      width: 95,
      text: (row) => (row.isDefault ? 'có' : ''),
      render: (row) => (
        <Checkbox
          aria-label={`Mặc định: ${row.name}`}
          checked={row.isDefault}
          onChange={(event) => void patch(row, { isDefault: event.target.checked })}
        />
      ),
    },
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
    const authority = office.profile?.system === 'state' ? 'TM. ỦY BAN NHÂN DÂN' : 'T/M BAN THƯỜNG VỤ';
    if (await store({ name, position, authority, onBehalf: null })) {
      setName('');
      setPosition('');
    }
  };
  return (
    <DataTable
      id="signers"
      label="Danh mục người ký"
      rows={office.signers}
      columns={columns}
      rowKey={(row) => row.id}
      empty="Chưa có người ký nào."
      tools={
        <span className="row">
          <Input
            aria-label="Họ và tên"
            placeholder="Họ và tên"
            value={name}
            style={{ width: 180 }}
            onChange={(event) => setName(event.target.value)}
          />
          <Input
            aria-label="Chức vụ"
            placeholder="Chức vụ, ví dụ PHÓ BÍ THƯ"
            value={position}
            style={{ width: 220 }}
            onChange={(event) => setPosition(event.target.value)}
          />
          <Button
            {...offWhen(name.trim() === '' || position.trim() === '')}
            loading={save.pending}
            onClick={() => void add()}
          >
            Thêm
          </Button>
        </span>
      }
    />
  );
}
