import { Button, Dropdown, Input, Select } from 'antd';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { partsOf } from '../../../../shared/date/plain-date';
import type { UnitState } from '../../../../shared/domain/report/model';
import { UNIT_STATE } from '../../../../shared/i18n/vi';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { copyTable } from '../../ui/copy-table';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { PeriodSelect } from '../../ui/period-select';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { patched, type AddressPatch } from '../../ui/address';
import { PlanSelect } from '../../ui/plan-select';
import { Chase, type ChasePlaces } from './chase';
import { Legend } from './legend';
import { Matrix } from './matrix';
import { asText, filterGroups, type MatrixPlace } from './matrix-view';
import { ReportDrawer } from './report-drawer';
import type { ReportTabProps } from './report-tab';
import './reports.css';
import { READING, Reading } from '../../ui/writing';

const STATES: readonly UnitState[] = ['missing', 'returned', 'late', 'on-time', 'not-due'];

/** Periods of plans with the units that are chosen in each: all of them are chased at once. */
function placesOf(selected: readonly MatrixPlace[]): ChasePlaces {
  const places = new Map<string, { dossierId: string; period: string; units: string[] }>();
  for (const { dossierId, period, unit } of selected) {
    const place = places.get(`${dossierId}|${period}`) ?? { dossierId, period, units: [] };
    place.units.push(unit);
    places.set(`${dossierId}|${period}`, place);
  }
  return [...places.values()];
}

/** Unit × period over one plan or all of them, or plans of one period. */
export default function Board({ tabs }: ReportTabProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const thisYear = partsOf(today()).year;
  const year = Number(params.get('nam') ?? thisYear);
  const dossierId = params.get('ho-so');
  const period = params.get('ky');
  const plans = useRpc('plan.list', { query: '', archived: false });
  const office = useRpc('office.get', {});
  const matrix = useRpc('report.matrix', { dossierId, year, period }, { keep: true });
  const intake = useIntake();
  const delivery = useDelivery();
  const [open, setOpen] = useState<MatrixPlace | null>(null);
  const [selected, setSelected] = useState<readonly MatrixPlace[]>([]);
  const [chasing, setChasing] = useState<ChasePlaces | null>(null);
  const [text, setText] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const [state, setState] = useState<UnitState | null>(null);
  const searched = useDeferredValue(text);
  const groups = useMemo(
    () => filterGroups(matrix.data?.groups ?? [], { text: searched, group, state }),
    [matrix.data, searched, group, state],
  );

  const set = (patch: AddressPatch) => {
    setSelected([]);
    setParams(patched(params, patch));
  };
  const copy = () => {
    const table = asText(matrix.data?.columns ?? [], groups);
    void copyTable(table.head, table.rows);
  };
  const print = (format: 'pdf' | 'xlsx', signature: boolean) =>
    delivery.make('print', () =>
      callQuery('report.matrixFile', { dossierId, year, period, format, signature }),
    );

  return (
    <Page
      title="Báo cáo"
      tabs={tabs}
      actions={
        <>
          <PlanSelect value={dossierId} everything onChange={(value) => set({ 'ho-so': value })} />
          <Select
            {...READING}
            aria-label="Năm"
            value={year}
            options={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((value) => ({
              value,
              label: `Năm ${value}`,
            }))}
            onChange={(value) => set({ nam: String(value), ky: null })}
          />
          <Button disabled={selected.length === 0} onClick={() => setChasing(placesOf(selected))}>
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
              title={
                period === null ? `Năm ${year} chưa có kỳ báo cáo nào.` : 'Chưa kế hoạch nào giao kỳ này.'
              }
              hint="Mở một kế hoạch, phần Báo cáo, rồi bấm “Yêu cầu báo cáo”. Khi các đơn vị gửi biểu về, thả cả thư mục vào cửa sổ này."
              {...(period === null
                ? {}
                : {
                    action: (
                      <Button {...READING} onClick={() => set({ ky: null })}>
                        Xem mọi kỳ
                      </Button>
                    ),
                  })}
            />
          ) : (
            <>
              <Reading>
                <div className="table-tools matrix-tools">
                  <Input
                    allowClear
                    className="table-search"
                    placeholder="Tìm đơn vị"
                    aria-label="Tìm đơn vị trong bảng báo cáo"
                    value={text}
                    onChange={(event) => setText(event.target.value)}
                  />
                  <Select
                    aria-label="Nhóm đơn vị"
                    style={{ width: 150 }}
                    value={group ?? '*'}
                    options={[
                      { value: '*', label: 'Mọi nhóm' },
                      ...view.groups.map((each) => ({ value: each.group ?? '', label: each.name })),
                    ]}
                    onChange={(value) => setGroup(value === '*' ? null : value)}
                  />
                  <Select
                    aria-label="Tình trạng"
                    style={{ width: 150 }}
                    value={state ?? '*'}
                    options={[
                      { value: '*', label: 'Mọi tình trạng' },
                      ...STATES.map((each) => ({
                        value: each,
                        label: `${UNIT_STATE[each].sign} ${UNIT_STATE[each].word}`,
                      })),
                    ]}
                    onChange={(value) => setState(STATES.find((each) => each === value) ?? null)}
                  />
                  <PeriodSelect
                    label="Chỉ một kỳ"
                    value={period}
                    year={year}
                    clearable
                    width={150}
                    onChange={(value) => set({ ky: value })}
                  />
                  <Legend />
                  <span className="grow" />
                  <Button type="text" onClick={copy}>
                    Chép bảng
                  </Button>
                  <Dropdown
                    trigger={['click']}
                    menu={{
                      items: [
                        { key: 'pdf', label: 'PDF, một trang A4 ngang' },
                        { key: 'ky', label: 'PDF có chỗ ký' },
                        { key: 'xlsx', label: 'Excel' },
                      ],
                      onClick: ({ key }) => print(key === 'xlsx' ? 'xlsx' : 'pdf', key === 'ky'),
                    }}
                  >
                    <Button loading={delivery.busy === 'print'}>In bảng…</Button>
                  </Dropdown>
                </div>
              </Reading>
              {groups.length === 0 ? (
                <EmptyPlace
                  title="Không đơn vị nào khớp với bộ lọc."
                  hint="Bỏ bớt điều kiện lọc ở trên bảng."
                />
              ) : (
                <Matrix
                  columns={view.columns}
                  groups={groups}
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
              )}
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
      {chasing ? <Chase places={chasing} onClose={() => setChasing(null)} /> : null}
    </Page>
  );
}
