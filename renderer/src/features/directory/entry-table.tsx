import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { addDays } from '../../../../shared/date/plain-date';
import type { DirectoryEntry, EntryKind } from '../../../../shared/domain/office/model';
import { ENTRY_KIND } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { fold } from '../../../../shared/text/normalize';
import { useCommand } from '../../api/commands';
import { isComposing } from '../../app/keys';
import { DataTable, type Column } from '../../ui/data-table';
import { DateField } from '../../ui/date-field';
import { EditableText } from '../../ui/editable';
import { EntrySelect } from '../../ui/entry-select';
import { date, today } from '../../ui/format';
import { MergeDialog } from './merge-dialog';
import { postalColumns } from './postal-columns';
import { offWhen, ReadOnlyNote, useReadOnly } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';

interface EntryTableProps {
  readonly kind: EntryKind;
  readonly office: OfficeView;
  /** The entry that a hit of the search means. */
  readonly sought: string | null;
}

/** Units, groups, superiors or positions. An entry that documents name is ended, never deleted. */
export function EntryTable({ kind, office, sought }: EntryTableProps): ReactNode {
  const [adding, setAdding] = useState('');
  const [members, setMembers] = useState<DirectoryEntry | null>(null);
  const [ending, setEnding] = useState<DirectoryEntry | null>(null);
  const [merging, setMerging] = useState<DirectoryEntry | null>(null);
  const save = useCommand('office.saveEntry');
  const remove = useCommand('office.removeEntry', { done: 'Đã bỏ. Ctrl+Z để lấy lại.' });
  const rows = office.entries
    .filter((entry) => entry.kind === kind)
    .sort((left, right) => left.order - right.order);
  const groups = office.entries.filter((entry) => entry.kind === 'group');
  const nameOf = (id: string | null) => office.entries.find((entry) => entry.id === id)?.name ?? '';
  const patch = (entry: DirectoryEntry, change: Partial<DirectoryEntry>) => save.run({ ...entry, ...change });
  const add = async () => {
    if (adding.trim() === '') return;
    if (await save.run({ kind, name: adding.trim() })) setAdding('');
  };

  const named: readonly Column<DirectoryEntry>[] = [
    {
      key: 'name',
      title: 'Tên',
      text: (row) => row.name,
      render: (row) => <EditableText label="Tên" value={row.name} onSave={(name) => patch(row, { name })} />,
    },
    {
      key: 'short',
      title: 'Tên ngắn',
      width: 130,
      text: (row) => row.short,
      render: (row) => (
        <EditableText label="Tên ngắn" value={row.short} onSave={(short) => patch(row, { short })} />
      ),
    },
    {
      key: 'aliases',
      title: 'Tên gọi khác',
      width: 160,
      text: (row) => row.aliases.join('; '),
      render: (row) => (
        <EditableText
          label="Tên gọi khác"
          value={row.aliases.join('; ')}
          onSave={(text) =>
            patch(row, {
              aliases: text
                .split(';')
                .map((part) => part.trim())
                .filter(Boolean),
            })
          }
        />
      ),
    },
  ];
  const unitColumns: readonly Column<DirectoryEntry>[] = [
    {
      key: 'group',
      title: 'Nhóm tổng hợp',
      width: 170,
      filter: true,
      text: (row) => nameOf(row.summaryGroupId),
      render: (row) => (
        <Select
          aria-label={`Nhóm tổng hợp của ${row.name}`}
          variant="borderless"
          className="wide-select"
          value={row.summaryGroupId ?? ''}
          showSearch={{ filterOption: (text, option) => fold(option?.label ?? '').includes(fold(text)) }}
          options={[
            { value: '', label: 'Đơn vị khác' },
            ...groups.map((group) => ({ value: group.id, label: group.name })),
          ]}
          onChange={(id) => void patch(row, { summaryGroupId: id || null })}
        />
      ),
    },
    { key: 'parent', title: 'Thuộc', width: 160, hidden: true, text: (row) => nameOf(row.parentId) },
    {
      key: 'active',
      title: 'Hoạt động',
      width: 130,
      text: (row) =>
        row.activeTo
          ? `đến ${date(row.activeTo)}${row.successors.length > 0 ? ` → ${row.successors.map((each) => nameOf(each.unitId)).join(', ')}` : ''}`
          : row.activeFrom
            ? `từ ${date(row.activeFrom)}`
            : 'Đang hoạt động',
    },
  ];
  const postal = postalColumns(patch);
  const groupColumns: readonly Column<DirectoryEntry>[] = [
    {
      key: 'members',
      title: 'Thành viên',
      width: 340,
      text: (row) => row.memberIds.map(nameOf).join('; '),
      sort: (row) => row.memberIds.length,
      render: (row) => (
        <button type="button" className="link-button" onClick={() => setMembers(row)}>
          {row.memberIds.length === 0 ? 'Chọn thành viên' : `${row.memberIds.length} thành viên`}
        </button>
      ),
    },
  ];
  const tools: Column<DirectoryEntry> = {
    key: 'do',
    title: 'Thao tác',
    // On two lines: on one, the table was wider than a window of 1366.
    width: kind === 'unit' ? 170 : 150,
    sort: false,
    text: () => '',
    render: (row) => (
      <span className="row tight-row">
        {kind === 'unit' && row.activeTo === null ? (
          <>
            <Button size="small" type="text" onClick={() => setMerging(row)}>
              Sáp nhập, chia tách
            </Button>
            <Button size="small" type="text" onClick={() => setEnding(row)}>
              Kết thúc
            </Button>
          </>
        ) : null}
        <Button size="small" type="text" onClick={() => void remove.run({ id: row.id })}>
          Bỏ
        </Button>
      </span>
    ),
  };

  const more = { unit: [...unitColumns, ...postal], group: groupColumns, superior: postal, position: postal }[
    kind
  ];

  return (
    <>
      <DataTable
        key={kind}
        id={`entries-${kind}`}
        label={`Danh mục ${ENTRY_KIND[kind].toLowerCase()}`}
        rows={rows}
        columns={[...named, ...more, tools]}
        rowKey={(row) => row.id}
        sought={sought}
        empty={`Chưa có ${ENTRY_KIND[kind].toLowerCase()} nào. Thêm từng dòng, hoặc tải tệp mẫu, điền rồi nhập từ Excel.`}
        rowClass={(row) => (row.activeTo !== null && row.activeTo < today() ? 'muted' : '')}
        tools={
          <span className="row">
            <Input
              aria-label={`Tên ${ENTRY_KIND[kind].toLowerCase()} mới`}
              placeholder={`Tên ${ENTRY_KIND[kind].toLowerCase()} mới`}
              style={{ width: 280 }}
              value={adding}
              {...(save.fields['name'] === undefined ? {} : { status: 'error' as const })}
              onChange={(event) => setAdding(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isComposing(event.nativeEvent)) void add();
              }}
            />
            <Button {...offWhen(adding.trim() === '')} loading={save.pending} onClick={() => void add()}>
              Thêm
            </Button>
          </span>
        }
      />
      {members ? (
        <MembersDialog
          group={members}
          office={office}
          onClose={() => setMembers(null)}
          onSave={(memberIds) => {
            void patch(members, { memberIds });
            setMembers(null);
          }}
        />
      ) : null}
      {merging ? <MergeDialog entry={merging} office={office} onClose={() => setMerging(null)} /> : null}
      {ending ? <EndDialog entry={ending} office={office} onClose={() => setEnding(null)} /> : null}
    </>
  );
}

function MembersDialog(props: {
  readonly group: DirectoryEntry;
  readonly office: OfficeView;
  readonly onClose: () => void;
  readonly onSave: (ids: string[]) => void;
}): ReactNode {
  useReturnFocus();
  const [ids, setIds] = useState<readonly string[]>(props.group.memberIds);
  return (
    <Modal
      open
      width={680}
      title={<DialogTitle>{`Thành viên của ${props.group.name}`}</DialogTitle>}
      okText="Lưu"
      cancelText="Thôi"
      onCancel={props.onClose}
      onOk={() => props.onSave([...ids])}
      okButtonProps={{ disabled: useReadOnly() !== null }}
    >
      <ReadOnlyNote />
      <EntrySelect
        label="Thành viên"
        entries={props.office.entries.filter((entry) => entry.id !== props.group.id)}
        value={ids}
        onChange={setIds}
      />
      <p className="muted">{ids.length} thành viên.</p>
    </Modal>
  );
}

/** A unit that is merged or dissolved: its last day, and where it went. */
function EndDialog(props: {
  readonly entry: DirectoryEntry;
  readonly office: OfficeView;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const [lastDay, setLastDay] = useState<string>(today());
  const [successors, setSuccessors] = useState<readonly string[]>([]);
  const end = useCommand('office.endEntry', { done: `Đã kết thúc ${props.entry.name}. Ctrl+Z để hoàn tác.` });
  const submit = async () => {
    const next = addDays(lastDay, 1);
    const value = await end.run({
      id: props.entry.id,
      lastDay,
      successors: successors.map((unitId) => ({ unitId, from: next })),
    });
    if (value) props.onClose();
  };
  return (
    <Modal
      open
      title={<DialogTitle>{`Kết thúc hoạt động: ${props.entry.name}`}</DialogTitle>}
      okText="Kết thúc"
      cancelText="Thôi"
      confirmLoading={end.pending}
      onCancel={props.onClose}
      onOk={() => void submit()}
    >
      <div className="stack">
        <div className="row">
          <span>Ngày hoạt động cuối</span>
          <DateField
            label="Ngày hoạt động cuối"
            value={lastDay}
            onChange={(day) => setLastDay(day ?? today())}
          />
        </div>
        <div>
          <span>Nhập vào đơn vị (nếu sáp nhập)</span>
          <EntrySelect
            label="Đơn vị nhận"
            entries={props.office.entries.filter((entry) => entry.id !== props.entry.id)}
            kinds={['unit']}
            value={successors}
            onChange={setSuccessors}
            placeholder="Không sáp nhập"
          />
        </div>
      </div>
    </Modal>
  );
}
