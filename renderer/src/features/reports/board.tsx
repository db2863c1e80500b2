import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { partsOf } from '../../../../shared/date/plain-date';
import { UNIT_STATE, columnWords } from '../../../../shared/i18n/vi';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { copyTable } from '../../ui/copy-table';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { Chase } from './chase';
import { Matrix, type MatrixPlace } from './matrix';
import { Legend } from './legend';
import { ReportDrawer } from './report-drawer';
import type { ReportTabProps } from './report-tab';
import './reports.css';

/** Unit × period over one plan or all of them. */
export default function Board({ tabs }: ReportTabProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const thisYear = partsOf(today()).year;
  const year = Number(params.get('nam') ?? thisYear);
  const dossierId = params.get('ho-so');
  const plans = useRpc('plan.list', { query: '', archived: false });
  const office = useRpc('office.get', {});
  const matrix = useRpc('report.matrix', { dossierId, year }, { keep: true });
  const intake = useIntake();
  const [open, setOpen] = useState<MatrixPlace | null>(null);
  const [selected, setSelected] = useState<readonly MatrixPlace[]>([]);
  const [chasing, setChasing] = useState<MatrixPlace | null>(null);

  const set = (patch: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(patch)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setSelected([]);
    setParams(next);
  };
  const copy = () => {
    const view = matrix.data;
    if (!view) return;
    void copyTable(
      ['Nhóm', 'Đơn vị', ...view.columns.map((column) => `${column.plan} ${columnWords(column)}`)],
      view.groups.flatMap((group) =>
        group.rows.map((row) => [
          group.name,
          row.name,
          ...row.cells.map((cell) =>
            cell
              ? `${UNIT_STATE[cell.state].word}${cell.nil ? ' (không phát sinh)' : ''}${cell.extended ? ' (gia hạn)' : ''}`
              : '',
          ),
        ]),
      ),
    );
  };
  const [first] = selected;

  return (
    <Page
      title="Báo cáo"
      tabs={tabs}
      actions={
        <>
          <Select
            aria-label="Kế hoạch"
            style={{ width: 230 }}
            value={dossierId ?? ''}
            options={[
              { value: '', label: 'Mọi kế hoạch' },
              ...(plans.data ?? []).map((plan) => ({
                value: plan.dossierId,
                label: [plan.numberText, plan.title].filter(Boolean).join(' – '),
              })),
            ]}
            onChange={(value) => set({ 'ho-so': value || null })}
          />
          <Select
            aria-label="Năm"
            value={year}
            options={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((value) => ({
              value,
              label: `Năm ${value}`,
            }))}
            onChange={(value) => set({ nam: String(value) })}
          />
          <Button onClick={copy}>Chép bảng</Button>
          <Button disabled={!first} onClick={() => setChasing(first ?? null)}>
            Đôn đốc{selected.length > 0 ? ` (${selected.length})` : ''}
          </Button>
          <Button type="primary" onClick={() => intake.open({ kind: 'reports', files: [] })}>
            Tiếp nhận báo cáo
          </Button>
        </>
      }
    >
      <Answer of={matrix} loading="Đang mở bảng báo cáo…">
        {(view) =>
          view.columns.length === 0 ? (
            <EmptyPlace
              title={`Năm ${year} chưa có kỳ báo cáo nào.`}
              hint="Mở một kế hoạch, phần Báo cáo, rồi bấm “Yêu cầu báo cáo”. Khi các đơn vị gửi biểu về, thả cả thư mục vào cửa sổ này."
            />
          ) : (
            <>
              <Legend />
              <Matrix
                view={view}
                numbers={
                  new Map((plans.data ?? []).map((plan) => [plan.dossierId, plan.numberText ?? plan.title]))
                }
                onOpen={(at) => {
                  if (at.kind === 'report') setOpen(at);
                  else
                    void navigate(
                      `/bao-cao/ke-hoach-don-vi?ho-so=${at.dossierId}&yeu-cau=${at.period}&don-vi=${at.unit}`,
                    );
                }}
                selected={selected}
                onSelect={setSelected}
              />
            </>
          )
        }
      </Answer>
      {open && office.data ? (
        <ReportDrawer
          dossierId={open.dossierId}
          period={open.period}
          unit={open.unit}
          unitName={open.unitName}
          office={office.data}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {chasing ? (
        <Chase
          dossierId={chasing.dossierId}
          period={chasing.period}
          chosen={selected
            .filter((each) => each.dossierId === chasing.dossierId && each.period === chasing.period)
            .map((each) => each.unit)}
          onClose={() => setChasing(null)}
        />
      ) : null}
    </Page>
  );
}
