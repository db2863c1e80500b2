import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PlanRow } from '../../../../shared/rpc/contract/plan';
import { callCommand } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date, moment } from '../../ui/format';
import { Page, Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { PlanStatusTag } from '../../ui/tags';
import { VerifyBag } from '../dossier/archive-tab';
import { READING } from '../../ui/writing';

/** Closed dossiers, and what the open ones lack before they can be ended. */
export default function Archive(): ReactNode {
  const closed = useRpc('plan.list', { query: '', archived: true });
  const open = useRpc('plan.list', { query: '', archived: false });
  const navigate = useNavigate();
  const delivery = useDelivery();
  const columns: readonly Column<PlanRow>[] = [
    { key: 'number', title: 'Số, ký hiệu', width: 130, text: (row) => row.numberText ?? '' },
    {
      key: 'title',
      title: 'Tiêu đề hồ sơ',
      text: (row) => row.title,
      render: (row) => <Link to={`/ke-hoach/${row.dossierId}/luu-tru`}>{row.title}</Link>,
    },
    {
      key: 'date',
      title: 'Ngày văn bản',
      width: 115,
      text: (row) => date(row.date),
      sort: (row) => row.date ?? '',
    },
    {
      key: 'closed',
      title: 'Sửa cuối',
      width: 150,
      text: (row) => moment(row.updatedAt),
      sort: (row) => row.updatedAt,
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 160,
      sort: false,
      text: () => '',
      render: (row) => (
        <Button
          {...READING}
          loading={delivery.busy === row.dossierId}
          onClick={() =>
            delivery.make(row.dossierId, () =>
              callCommand('archive.export', { dossierId: row.dossierId, format: 'zip' }),
            )
          }
        >
          Xuất gói lưu trữ
        </Button>
      ),
    },
  ];
  return (
    <Page title="Lưu trữ">
      <h2>Hồ sơ đã kết thúc</h2>
      <Answer of={closed}>
        {(all) => (
          <DataTable
            id="archived"
            label="Hồ sơ đã kết thúc"
            rows={all.filter((row) => row.archived)}
            columns={columns}
            rowKey={(row) => row.dossierId}
            empty="Chưa có hồ sơ nào kết thúc. Mở một hồ sơ bên dưới để xem còn thiếu gì."
            onOpen={(row) => void navigate(`/ke-hoach/${row.dossierId}/luu-tru`)}
          />
        )}
      </Answer>
      <Answer of={open}>
        {(all) => (
          <Panel title="Hồ sơ đang làm còn thiếu gì">
            <table className="plain" aria-label="Hồ sơ đang làm">
              <tbody>
                {all
                  .filter((row) => !row.archived)
                  .map((row) => (
                    <OpenRow key={row.dossierId} row={row} />
                  ))}
              </tbody>
            </table>
          </Panel>
        )}
      </Answer>
      <Trash />
      <VerifyBag />
    </Page>
  );
}

/** Dossiers in the trash: whole, until somebody takes them back. */
function Trash(): ReactNode {
  const trashed = useRpc('plan.trashed', {});
  const restore = useCommand('plan.restore', { done: 'Đã khôi phục hồ sơ từ thùng rác.' });
  return (
    <Answer of={trashed}>
      {(rows) => (
        <Panel title="Thùng rác">
          {rows.length === 0 ? (
            <p className="muted">Thùng rác trống.</p>
          ) : (
            <table className="plain" aria-label="Hồ sơ trong thùng rác">
              <thead>
                <tr>
                  <th>Tiêu đề hồ sơ</th>
                  <th>Bỏ vào lúc</th>
                  <th>Người bỏ</th>
                  <th>Thao tác</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.trashId}>
                    <td className="wide">{row.title ?? 'Hồ sơ không đọc được tiêu đề'}</td>
                    <td className="nowrap">{moment(row.at)}</td>
                    <td>{row.by}</td>
                    <td className="number nowrap">
                      <Button
                        loading={restore.pending}
                        onClick={() => void restore.run({ trashId: row.trashId })}
                      >
                        Khôi phục
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      )}
    </Answer>
  );
}

function OpenRow({ row }: { readonly row: PlanRow }): ReactNode {
  const [asked, setAsked] = useState(false);
  const check = useRpc('archive.check', { dossierId: row.dossierId }, { enabled: asked });
  const navigate = useNavigate();
  return (
    <tr>
      <td className="nowrap">{row.numberText ?? <span className="muted">Chưa lấy số</span>}</td>
      <td className="wide">
        <details onToggle={(event) => setAsked(event.currentTarget.open)}>
          <summary>{row.title}</summary>
          {asked ? (
            <Answer of={check}>
              {({ lacking }) =>
                lacking.length === 0 ? (
                  <p className="tone-good">● Đã đủ để kết thúc.</p>
                ) : (
                  <ul>
                    {lacking.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                )
              }
            </Answer>
          ) : null}
        </details>
      </td>
      <td className="nowrap">
        <PlanStatusTag status={row.status} document={row.documentStatus} />
      </td>
      <td className="number nowrap">
        <Button {...READING} onClick={() => void navigate(`/ke-hoach/${row.dossierId}/luu-tru`)}>
          Xem để kết thúc
        </Button>
      </td>
    </tr>
  );
}
