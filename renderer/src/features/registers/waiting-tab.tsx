import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { runText, type NumberRun } from '../../../../shared/domain/number-runs';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { ExplainDialog, ReleaseDialog } from './number-dialogs';
import { TakeNumberDialog } from './take-number-dialog';

type Waiting = OutputOf<'register.waiting'>;
type WaitingDocument = Waiting['documents'][number];
type Kept = Waiting['reserved'][number];
type Gap = Waiting['gaps'][number];

const runOf = ({ number, to }: Gap): NumberRun => ({ first: number, last: to });

/** Chờ số: documents without a number, numbers that are kept, gaps without a reason. */
export function WaitingTab({ onReserve }: { readonly onReserve: () => void }): ReactNode {
  const waiting = useRpc('register.waiting', {});
  const [taking, setTaking] = useState<WaitingDocument | null>(null);
  const [releasing, setReleasing] = useState<Kept | null>(null);
  const [explaining, setExplaining] = useState<Gap | null>(null);
  return (
    <Answer of={waiting}>
      {({ documents, reserved, gaps }) => (
        <div className="stack">
          <Panel title={`Văn bản chờ số (${documents.length})`}>
            {documents.length === 0 ? (
              <p className="muted">
                Không có văn bản nào chờ số. Kế hoạch đã rà soát, công văn, giấy mời trong hồ sơ mà chưa lấy
                số nằm ở đây cho đến khi vào sổ.
              </p>
            ) : (
              <DataTable
                id="register-waiting"
                label="Văn bản chờ số"
                rows={documents}
                columns={documentColumns(setTaking)}
                rowKey={(row) => `${row.dossierId}|${row.documentId}`}
              />
            )}
          </Panel>
          <Panel
            title={`Số đang giữ chỗ (${reserved.length})`}
            actions={<Button onClick={onReserve}>Giữ số</Button>}
          >
            {reserved.length === 0 ? (
              <p className="muted">Không có số nào đang giữ chỗ.</p>
            ) : (
              <DataTable
                id="register-reserved"
                label="Số đang giữ chỗ"
                rows={reserved}
                columns={keptColumns(setReleasing)}
                rowKey={(row) => `${row.seriesId}|${row.number}`}
                rowClass={(row) => (row.late ? 'late-row' : '')}
              />
            )}
          </Panel>
          {gaps.length === 0 ? null : (
            <Panel
              title={`Số bỏ trống chưa ghi lý do (${gaps.reduce((sum, { number, to }) => sum + to - number + 1, 0)})`}
            >
              <ul className="plain-list">
                {gaps.map((gap) => (
                  <li key={`${gap.seriesId}|${gap.number}`}>
                    Số {runText(runOf(gap))}, {gap.book}{' '}
                    <Button size="small" onClick={() => setExplaining(gap)}>
                      Ghi lý do
                    </Button>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {taking ? (
            <TakeNumberDialog
              dossierId={taking.dossierId}
              documentId={taking.documentId}
              title={taking.title}
              onClose={() => setTaking(null)}
            />
          ) : null}
          {releasing ? (
            <ReleaseDialog
              seriesId={releasing.seriesId}
              number={releasing.number}
              numberText={releasing.numberText}
              onClose={() => setReleasing(null)}
            />
          ) : null}
          {explaining ? (
            <ExplainDialog
              seriesId={explaining.seriesId}
              run={runOf(explaining)}
              onClose={() => setExplaining(null)}
            />
          ) : null}
        </div>
      )}
    </Answer>
  );
}

function documentColumns(onTake: (row: WaitingDocument) => void): readonly Column<WaitingDocument>[] {
  return [
    {
      key: 'since',
      title: 'Chờ từ ngày',
      width: 115,
      text: (row) => date(row.since),
      sort: (row) => row.since ?? '',
    },
    { key: 'kind', title: 'Loại', width: 120, filter: true, text: (row) => row.kindName },
    {
      key: 'title',
      title: 'Trích yếu',
      clamp: true,
      text: (row) => row.title,
      render: (row) => <Link to={`/ke-hoach/${row.dossierId}/van-ban`}>{row.title}</Link>,
    },
    {
      key: 'plan',
      title: 'Hồ sơ',
      width: 260,
      clamp: true,
      text: (row) => (row.plan === row.title ? '' : row.plan),
    },
    { key: 'printed', title: 'In trong văn bản', width: 140, text: (row) => row.printed ?? '' },
    { key: 'signed', title: 'Bản ký', width: 85, text: (row) => (row.signed ? 'Đã có' : 'Chưa có') },
    {
      key: 'do',
      title: 'Thao tác',
      width: 100,
      sort: false,
      text: () => '',
      render: (row) => (
        <Button size="small" type="primary" onClick={() => onTake(row)}>
          Lấy số
        </Button>
      ),
    },
  ];
}

function keptColumns(onRelease: (row: Kept) => void): readonly Column<Kept>[] {
  return [
    { key: 'number', title: 'Số', width: 110, text: (row) => row.numberText, sort: (row) => row.number },
    { key: 'book', title: 'Sổ', width: 210, filter: true, text: (row) => row.book },
    { key: 'holder', title: 'Giữ cho', width: 200, filter: true, text: (row) => row.holder },
    { key: 'reason', title: 'Lý do', clamp: true, text: (row) => row.reason },
    { key: 'date', title: 'Ngày giữ', width: 105, text: (row) => date(row.date), sort: (row) => row.date },
    {
      key: 'until',
      title: 'Dùng trước hết ngày',
      width: 160,
      text: (row) => `${date(row.until)}${row.late ? ' (quá hạn)' : ''}`,
      sort: (row) => row.until ?? '9999',
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 100,
      sort: false,
      text: () => '',
      render: (row) => (
        <Button size="small" onClick={() => onRelease(row)}>
          Trả số
        </Button>
      ),
    },
  ];
}
