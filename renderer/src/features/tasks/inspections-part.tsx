import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { InspectionRow } from '../../../../shared/rpc/contract/task';
import type { StateWords } from '../../../../shared/i18n/vi';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { StateTag, type Tone } from '../../ui/tags';
import { InspectionDialog, RemedyDialog } from './inspection-dialogs';
import type { TaskPartProps } from './task-part';

const REMEDY: Readonly<Record<InspectionRow['remedyState'], StateWords & { readonly tone: Tone }>> = {
  none: { sign: '–', word: 'Không phải khắc phục', tone: 'quiet' },
  waiting: { sign: '…', word: 'Chờ khắc phục', tone: 'info' },
  overdue: { sign: '!', word: 'Quá hạn khắc phục', tone: 'bad' },
  remedied: { sign: '●', word: 'Đã khắc phục', tone: 'good' },
};

/** Kiểm tra: inspections of units' work, and what they still have to remedy. */
export function InspectionsPart({ dossier, board, writable }: TaskPartProps): ReactNode {
  const { dossierId } = dossier;
  const list = useRpc('inspection.list', { dossierId });
  const [params] = useSearchParams();
  const [editing, setEditing] = useState<{ readonly row: InspectionRow | null } | null>(null);
  const [remedying, setRemedying] = useState<InspectionRow | null>(null);
  const remove = useCommand('inspection.remove', { done: 'Đã bỏ cuộc kiểm tra.', offerUndo: true });
  const delivery = useDelivery();
  const pointed = params.get('muc');
  const add = writable ? (
    <Button type="primary" onClick={() => setEditing({ row: null })}>
      Ghi cuộc kiểm tra
    </Button>
  ) : null;
  const choose = (row: InspectionRow, key: string) => {
    const { file } = row;
    if (key === 'edit') setEditing({ row });
    else if (key === 'remove') void remove.run({ dossierId, id: row.id });
    else if (key === 'file' && file !== null)
      delivery.make('file', () => callQuery('file.get', { dossierId, sha256: file }));
  };
  const columns: readonly Column<InspectionRow>[] = [
    { key: 'on', title: 'Ngày', width: 105, text: (row) => date(row.on), sort: (row) => row.on },
    { key: 'units', title: 'Đơn vị', width: 210, text: (row) => row.unitNames.join('; ') },
    { key: 'subject', title: 'Nội dung', width: 200, text: (row) => row.subject },
    { key: 'conclusion', title: 'Kết luận', text: (row) => row.conclusion },
    {
      key: 'remedy',
      title: 'Khắc phục',
      width: 180,
      filter: true,
      text: (row) => REMEDY[row.remedyState].word,
      render: (row) => (
        <>
          <StateTag words={REMEDY[row.remedyState]} tone={REMEDY[row.remedyState].tone} />
          {row.remedy === null ? null : (
            <div className="muted">
              {row.remedy.what}
              {row.remediedOn === null
                ? ` · hạn ${date(row.remedy.lastDay)}`
                : ` · xong ${date(row.remediedOn)}`}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'mark',
      title: 'Văn bản',
      width: 130,
      text: (row) => [row.numberText, date(row.date)].filter(Boolean).join(', '),
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 190,
      sort: false,
      text: () => '',
      render: (row) => {
        const items = [
          ...(writable ? [{ key: 'edit', label: 'Sửa' }] : []),
          ...(row.file === null ? [] : [{ key: 'file', label: 'Lấy tệp' }]),
          ...(writable && row.remediedOn === null ? [{ key: 'remove', label: 'Bỏ cuộc kiểm tra này' }] : []),
        ];
        return (
          <span className="row nowrap-row">
            {writable && (row.remedyState === 'waiting' || row.remedyState === 'overdue') ? (
              <Button size="small" onClick={() => setRemedying(row)}>
                Ghi khắc phục
              </Button>
            ) : null}
            {items.length > 0 ? (
              <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(row, key) }}>
                <Button
                  size="small"
                  type="text"
                  aria-label={`Việc khác với cuộc kiểm tra ngày ${date(row.on)}`}
                >
                  Khác…
                </Button>
              </Dropdown>
            ) : null}
          </span>
        );
      },
    },
  ];
  return (
    <Answer of={list}>
      {({ inspections }) => (
        <>
          {inspections.length === 0 ? (
            <EmptyPlace
              title="Chưa ghi cuộc kiểm tra nào."
              hint="Ghi ngày, đơn vị, nhiệm vụ được kiểm tra, kết luận về việc của đơn vị, việc phải khắc phục và hạn. Việc đến hạn khắc phục được nhắc ở Hôm nay."
              action={add}
            />
          ) : (
            <DataTable
              id="inspections"
              label="Các cuộc kiểm tra"
              rows={inspections}
              columns={columns}
              rowKey={(row) => row.id}
              rowClass={(row) => (row.id === pointed ? 'pointed' : '')}
              {...(writable ? { onOpen: (row: InspectionRow) => setEditing({ row }) } : {})}
              tools={add}
            />
          )}
          {editing ? (
            <InspectionDialog
              dossierId={dossierId}
              board={board}
              standing={editing.row}
              onClose={() => setEditing(null)}
            />
          ) : null}
          {remedying ? (
            <RemedyDialog dossierId={dossierId} row={remedying} onClose={() => setRemedying(null)} />
          ) : null}
        </>
      )}
    </Answer>
  );
}
