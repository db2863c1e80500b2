import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type {
  BasisLinkRow,
  IncomingRow,
  UnitsWithoutPlanRow,
} from '../../../../shared/rpc/contract/incoming';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Answer, EmptyPlace } from '../../ui/states';
import { LineDialog } from './line-dialog';
import { MakePlanDialog } from './make-plan-dialog';

/** Văn bản cấp trên chưa có kế hoạch. */
export function WithoutPlanTab({ onOpen }: { readonly onOpen: (id: string) => void }): ReactNode {
  const waiting = useRpc('incoming.withoutPlan', {});
  const [making, setMaking] = useState<IncomingRow | null>(null);
  const columns: readonly Column<IncomingRow>[] = [
    {
      key: 'deadline',
      title: 'Thời hạn',
      width: 120,
      text: (row) => [row.deadlineTime, date(row.deadline)].filter(Boolean).join(' '),
      sort: (row) => row.deadline ?? '9999',
    },
    {
      key: 'time',
      title: 'Còn lại',
      width: 130,
      text: (row) => row.time,
      sort: (row) => row.daysLeft ?? 9999,
    },
    { key: 'number', title: 'Số, ký hiệu', width: 130, text: (row) => row.numberText },
    {
      key: 'subject',
      title: 'Tên loại và trích yếu',
      clamp: true,
      text: (row) => [row.documentKind, row.subject].filter(Boolean).join(' '),
    },
    { key: 'issuer', title: 'Tác giả', width: 210, filter: true, text: (row) => row.issuer },
    { key: 'handler', title: 'Đơn vị giải quyết', width: 160, text: (row) => row.handler || row.receiver },
    {
      key: 'do',
      title: 'Thao tác',
      width: 130,
      sort: false,
      text: () => '',
      render: (row) => (
        <Button size="small" onClick={() => setMaking(row)}>
          Lập kế hoạch
        </Button>
      ),
    },
  ];
  return (
    <Answer of={waiting}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyPlace
            title="Không còn văn bản cấp trên nào chờ lập kế hoạch."
            hint="Văn bản đến có yêu cầu “Phải lập kế hoạch” nằm ở đây cho đến khi được liên kết với một kế hoạch hoặc ghi đã giải quyết."
          />
        ) : (
          <>
            <DataTable
              id="incoming-without-plan"
              label="Văn bản cấp trên chưa có kế hoạch"
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              rowClass={(row) => (row.overdue ? 'late-row' : '')}
              onOpen={(row) => onOpen(row.id)}
            />
            {making ? <MakePlanDialog row={making} onClose={() => setMaking(null)} /> : null}
          </>
        )
      }
    </Answer>
  );
}

/** Đơn vị chưa ban hành kế hoạch, one row a request. */
export function UnitsTab(): ReactNode {
  const waiting = useRpc('incoming.unitsWithoutPlan', {});
  const navigate = useNavigate();
  const columns: readonly Column<UnitsWithoutPlanRow>[] = [
    { key: 'last', title: 'Hạn', width: 105, text: (row) => date(row.lastDay), sort: (row) => row.lastDay },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 150,
      text: (row) => `${row.overdue ? 'Quá hạn' : 'Chưa đến hạn'}, ${row.received}/${row.expected}`,
    },
    {
      key: 'superior',
      title: 'Văn bản cấp trên',
      width: 230,
      clamp: true,
      text: (row) => row.superior.map(({ words }) => words).join('; ') || '(chưa liên kết)',
    },
    { key: 'plan', title: 'Kế hoạch của cơ quan', width: 260, clamp: true, text: (row) => row.plan },
    { key: 'title', title: 'Đơn vị phải ban hành', width: 210, clamp: true, text: (row) => row.title },
    {
      key: 'units',
      title: 'Đơn vị còn thiếu',
      clamp: true,
      text: (row) => row.units.map(({ name }) => name).join('; '),
    },
  ];
  return (
    <Answer of={waiting}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyPlace
            title="Không có đơn vị nào còn nợ kế hoạch."
            hint="Yêu cầu đơn vị gửi kế hoạch ở Báo cáo → Kế hoạch đơn vị; đơn vị chưa gửi được liệt kê ở đây theo văn bản cấp trên."
          />
        ) : (
          <DataTable
            id="units-without-plan"
            label="Đơn vị chưa ban hành kế hoạch"
            rows={rows}
            columns={columns}
            rowKey={(row) => `${row.dossierId}|${row.request}`}
            onOpen={(row) =>
              void navigate(`/bao-cao/ke-hoach-don-vi?ho-so=${row.dossierId}&yeu-cau=${row.request}`)
            }
          />
        )
      }
    </Answer>
  );
}

/** Căn cứ of plans: links that are proposed, documents that are not in the book. */
export function BasesTab(): ReactNode {
  const links = useRpc('incoming.basisLinks', {});
  const link = useCommand('incoming.link', {
    offerUndo: true,
    done: 'Đã ghi kế hoạch thực hiện văn bản này.',
  });
  const [entering, setEntering] = useState<BasisLinkRow | null>(null);
  const columns: readonly Column<BasisLinkRow>[] = [
    { key: 'plan', title: 'Kế hoạch', width: 320, filter: true, text: (row) => row.plan },
    {
      key: 'basis',
      title: 'Căn cứ trong kế hoạch',
      text: (row) =>
        [row.documentKind, row.number, row.date === null ? '' : `ngày ${date(row.date)}`, row.issuer]
          .filter(Boolean)
          .join(' '),
    },
    {
      key: 'entry',
      title: 'Trong sổ văn bản đến',
      width: 330,
      text: (row) => [row.entry ?? 'Chưa có trong sổ', row.doubt].filter(Boolean).join('. '),
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 150,
      sort: false,
      text: () => '',
      render: (row) =>
        row.entryId === null ? (
          <Button size="small" onClick={() => setEntering(row)}>
            Đăng ký vào sổ
          </Button>
        ) : (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              if (row.entryId !== null) void link.run({ id: row.entryId, dossierId: row.dossierId });
            }}
          >
            Đúng, liên kết
          </Button>
        ),
    },
  ];
  return (
    <Answer of={links}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyPlace
            title="Mọi căn cứ của kế hoạch đã khớp với sổ văn bản đến."
            hint="Khi nhập kế hoạch, các văn bản nêu ở phần căn cứ được đối chiếu với sổ theo số và ngày; anh chị xác nhận từng liên kết."
          />
        ) : (
          <>
            <DataTable
              id="incoming-bases"
              label="Căn cứ của kế hoạch"
              rows={rows}
              columns={columns}
              rowKey={(row) => `${row.dossierId}|${row.itemId}`}
            />
            {entering ? (
              <LineDialog
                standing={null}
                initial={{
                  documentKind: entering.documentKind ?? '',
                  numberText: entering.number ?? '',
                  date: entering.date,
                  issuer: entering.issuer ?? '',
                  request: 'plan',
                }}
                dossierIds={[entering.dossierId]}
                onClose={() => setEntering(null)}
              />
            ) : null}
          </>
        )
      }
    </Answer>
  );
}
