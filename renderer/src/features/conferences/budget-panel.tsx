import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BudgetRow } from '../../../../shared/rpc/contract/conference';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { date, figure } from '../../ui/format';
import { Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { BudgetDialog } from './budget-dialog';
import { offWhen } from '../../ui/writing';

interface BudgetPanelProps {
  readonly dossierId: string;
  /** Absent: all lines of the plan and its conferences. */
  readonly conferenceId?: string;
  readonly closed: boolean;
  readonly title: string;
}

/** Kinh phí: dự toán, được duyệt, thực chi, with what is asked about it. */
export function BudgetPanel({ dossierId, conferenceId, closed, title }: BudgetPanelProps): ReactNode {
  const budget = useRpc('budget.list', {
    dossierId,
    ...(conferenceId === undefined ? {} : { conferenceId }),
  });
  const [editing, setEditing] = useState<BudgetRow | 'new' | null>(null);
  const remove = useCommand('budget.remove', { done: 'Đã bỏ dòng kinh phí.', offerUndo: true });
  const delivery = useDelivery();
  const whole = conferenceId === undefined;
  return (
    <Panel
      title={title}
      actions={
        <>
          {whole ? (
            <Button
              loading={delivery.busy === 'xlsx'}
              disabled={(budget.data?.lines.length ?? 0) === 0}
              onClick={() => delivery.make('xlsx', () => callQuery('budget.export', { dossierId }))}
            >
              Xuất Excel
            </Button>
          ) : null}
          <Button {...offWhen(closed)} onClick={() => setEditing('new')}>
            Thêm dòng kinh phí
          </Button>
        </>
      }
    >
      <Answer of={budget}>
        {({ lines, totals }) =>
          lines.length === 0 ? (
            <p className="muted">
              Chưa ghi kinh phí. Mỗi dòng có nguồn, dự toán, số được duyệt và số thực chi, tính bằng đồng.
            </p>
          ) : (
            <>
              {lines
                .flatMap(({ questions }) => questions)
                .map((question) => (
                  <p key={question} className="tone-warn">
                    ? {question}
                  </p>
                ))}
              <table className="plain" aria-label={title}>
                <thead>
                  <tr>
                    <th>Nội dung chi</th>
                    <th style={{ minWidth: 130 }}>Nguồn</th>
                    <th className="number">Dự toán</th>
                    <th className="number nowrap">Được duyệt</th>
                    <th className="number">Thực chi</th>
                    <th className="number">Còn lại</th>
                    <th>
                      <span className="visually-hidden">Thao tác</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.id}>
                      <td className="wide">
                        {line.content}
                        {whole && line.about !== '' ? <div className="muted">{line.about}</div> : null}
                      </td>
                      <td>{line.source}</td>
                      <td className="number nowrap">{figure(line.estimate, 0)}</td>
                      <td className="number nowrap">
                        <Backed value={line.approved} />
                      </td>
                      <td className="number nowrap">
                        <Paid line={line} />
                      </td>
                      <td className="number nowrap">{figure((line.approved?.amount ?? 0) - line.paid, 0)}</td>
                      <td className="nowrap">
                        {closed ? null : (
                          <>
                            <Button size="small" type="text" onClick={() => setEditing(line)}>
                              Sửa
                            </Button>
                            <Button
                              size="small"
                              type="text"
                              aria-label={`Bỏ dòng ${line.content}`}
                              onClick={() => void remove.run({ dossierId, id: line.id })}
                            >
                              Bỏ
                            </Button>
                          </>
                        )}
                      </td>
                    </tr>
                  ))}
                  <tr className="strong">
                    <td>Cộng (đồng)</td>
                    <td />
                    <td className="number nowrap">{figure(totals.estimate, 0)}</td>
                    <td className="number nowrap">{figure(totals.approved, 0)}</td>
                    <td className="number nowrap">{figure(totals.spent, 0)}</td>
                    <td className={`number nowrap${totals.left < 0 ? ' tone-bad' : ''}`}>
                      {figure(totals.left, 0)}
                    </td>
                    <td />
                  </tr>
                </tbody>
              </table>
            </>
          )
        }
      </Answer>
      {editing === null ? null : (
        <BudgetDialog
          dossierId={dossierId}
          conferenceId={conferenceId ?? (editing === 'new' ? null : editing.conferenceId)}
          standing={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

/** The sum, and each payment with its voucher under it. */
function Paid({ line }: { readonly line: BudgetRow }): ReactNode {
  const { payments } = line;
  if (payments.length === 0) return null;
  if (payments.length === 1) return <Backed value={payments[0] ?? null} />;
  return (
    <>
      {figure(line.paid, 0)}
      {payments.map((payment, index) => (
        <div key={index} className="muted">
          {[payment.numberText, date(payment.date), figure(payment.amount, 0)].filter(Boolean).join(', ')}
        </div>
      ))}
    </>
  );
}

function Backed({ value }: { readonly value: BudgetRow['approved'] }): ReactNode {
  if (value === null) return null;
  const words = [value.numberText, date(value.date)].filter(Boolean).join(', ');
  return (
    <>
      {figure(value.amount, 0)}
      {words === '' ? null : <div className="muted">{words}</div>}
    </>
  );
}
