import { Button, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { CHASE_LEVEL, periodWords, UNIT_STATE } from '../../../../shared/i18n/vi';
import type { OwedWorkView, OwingUnitView } from '../../../../shared/rpc/contract/chase';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { due } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { UNIT_TONE } from '../../ui/tags';
import { patched, type AddressPatch } from '../../ui/address';
import { PlanSelect } from '../../ui/plan-select';
import { Chase, type ChasePlaces } from './chase';
import { doneWords, lateWords } from './chase-units';
import { CHASE_FILTERS, filterOwing, placesOfOwing, type ChaseFilter } from './follow-up-filter';
import type { ReportTabProps } from './report-tab';
import './chase.css';
import { READING } from '../../ui/writing';

const lines = (unit: OwingUnitView, of: (work: OwedWorkView) => string): string =>
  unit.owes.map(of).join('; ');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
/** A unit that owes more than this has the rest told in one line; Enter opens all of it. */
const LINES = 4;

const shown = (unit: OwingUnitView, of: (work: OwedWorkView) => ReactNode, more = ''): ReactNode => (
  <>
    {unit.owes.slice(0, LINES).map((work) => (
      <div
        key={`${work.dossierId}|${work.period}`}
        className="owed-line"
        title={[work.name, work.plan, work.returnedReason && `trả lại: ${work.returnedReason}`]
          .filter(Boolean)
          .join(' – ')}
      >
        {of(work)}
      </div>
    ))}
    {unit.owes.length > LINES ? <div className="muted">{more || '\u00a0'}</div> : null}
  </>
);

const COLUMNS: readonly Column<OwingUnitView>[] = [
  { key: 'name', title: 'Đơn vị', width: 250, text: (unit) => unit.name },
  { key: 'group', title: 'Nhóm', width: 190, filter: true, text: (unit) => unit.group, hidden: true },
  {
    key: 'owes',
    title: 'Còn nợ',
    text: (unit) => lines(unit, (work) => `${work.name} (${work.numberText ?? work.plan})`),
    render: (unit) =>
      shown(
        unit,
        (work) => (
          <>
            <span className={`tone-${UNIT_TONE[work.state]}`}>{UNIT_STATE[work.state].sign}</span>{' '}
            {capital(work.name)}
            <span className="muted"> – {work.numberText ?? work.plan}</span>
            {work.returnedReason ? <span className="tone-bad"> – trả lại</span> : null}
          </>
        ),
        `… và ${unit.owes.length - LINES} việc nữa`,
      ),
  },
  {
    key: 'due',
    title: 'Hạn',
    width: 105,
    text: (unit) => lines(unit, due),
    render: (unit) => shown(unit, due),
    sort: (unit) => unit.owes[0]?.lastDay ?? '',
  },
  {
    key: 'late',
    title: 'Quá hạn',
    width: 150,
    text: (unit) => lines(unit, lateWords),
    render: (unit) => shown(unit, lateWords),
    sort: (unit) => Math.max(...unit.owes.map(({ daysLate }) => daysLate)),
  },
  {
    key: 'done',
    title: 'Đã đôn đốc',
    width: 160,
    text: (unit) => lines(unit, (work) => doneWords(work) || '–'),
    render: (unit) => shown(unit, (work) => doneWords(work) || '–'),
  },
  {
    key: 'next',
    title: 'Đề xuất',
    width: 170,
    text: (unit) => lines(unit, (work) => (work.next === null ? '–' : CHASE_LEVEL[work.next].word)),
    render: (unit) => shown(unit, (work) => (work.next === null ? '–' : CHASE_LEVEL[work.next].word)),
    sort: (unit) => Math.max(...unit.owes.map(({ next }) => next ?? 0)),
  },
];

/** Who owes what over all plans, how late, what was done, what comes next: the list from which the office chases. */
export function FollowUp({ tabs }: ReportTabProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const dossierId = params.get('ho-so');
  const period = params.get('ky');
  const [filter, setFilter] = useState<ChaseFilter>(period === null ? 'now' : 'all');
  const [group, setGroup] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  // Hôm nay opens the dialog at once: one action less.
  const [chasing, setChasing] = useState<ChasePlaces | null>(
    params.get('mo') === '1' && dossierId !== null && period !== null
      ? [{ dossierId, period, units: null }]
      : null,
  );
  const owing = useRpc('report.owing', { dossierId: null }, { keep: true });
  const all = owing.data?.units;
  const groups = useMemo(() => [...new Set((all ?? []).map((unit) => unit.group))], [all]);
  const choice = { dossierId, period, group };
  const rows = useMemo(
    () => filterOwing(all ?? [], filter, { dossierId, period, group }),
    [all, filter, dossierId, period, group],
  );
  const chosen = rows.filter(({ unit }) => selected.includes(unit));
  const set = (patch: AddressPatch) => {
    setSelected([]);
    setParams(patched(params, patch), { replace: true });
  };

  // Said once: coming back to this place opens no dialog.
  useEffect(() => {
    if (params.get('mo') === null) return;
    setParams(patched(params, { mo: null }), { replace: true });
  }, [params, setParams]);

  return (
    <Page
      title="Báo cáo"
      tabs={tabs}
      actions={
        <>
          <PlanSelect value={dossierId} everything onChange={(value) => set({ 'ho-so': value, ky: null })} />
          <Button
            type="primary"
            disabled={rows.length === 0}
            onClick={() => setChasing(placesOfOwing(chosen.length > 0 ? chosen : rows))}
          >
            Đôn đốc{chosen.length > 0 ? ` (${chosen.length})` : ''}
          </Button>
        </>
      }
    >
      <Answer of={owing} loading="Đang xem ai còn nợ…">
        {({ units }) =>
          units.length === 0 ? (
            <EmptyPlace
              title="Không đơn vị nào còn nợ báo cáo."
              hint="Khi một kế hoạch yêu cầu báo cáo, đơn vị chưa báo cáo hiện ở đây: quá hạn bao lâu, đã nhắc lần mấy, nên làm gì tiếp."
            />
          ) : (
            <DataTable
              id="owing"
              label="Đơn vị còn nợ"
              rows={rows}
              columns={COLUMNS}
              rowKey={(unit) => unit.unit}
              selected={selected}
              onSelect={setSelected}
              onOpen={(unit) => setChasing(placesOfOwing([unit]))}
              empty="Không đơn vị nào khớp với bộ lọc. Chọn “Tất cả” để xem mọi đơn vị còn nợ."
              tools={
                <>
                  <Segmented<ChaseFilter>
                    aria-label="Lọc theo tình trạng"
                    value={filter}
                    options={CHASE_FILTERS.map(({ key, label }) => ({
                      value: key,
                      label: `${label} (${filterOwing(units, key, choice).length})`,
                    }))}
                    onChange={setFilter}
                  />
                  <Select
                    {...READING}
                    aria-label="Nhóm đơn vị"
                    style={{ width: 180 }}
                    value={group ?? ''}
                    options={[
                      { value: '', label: 'Mọi nhóm' },
                      ...groups.map((name) => ({ value: name, label: name })),
                    ]}
                    onChange={(value) => setGroup(value || null)}
                  />
                  {period === null ? null : (
                    <Button {...READING} type="text" onClick={() => set({ ky: null })}>
                      Bỏ lọc {periodWords(period)}
                    </Button>
                  )}
                </>
              }
            />
          )
        }
      </Answer>
      {chasing ? <Chase places={chasing} onClose={() => setChasing(null)} /> : null}
    </Page>
  );
}
