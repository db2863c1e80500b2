import { Button, Dropdown, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { addDays, daysInMonth, isPlainDate, partsOf, plainDate } from '../../../../shared/date/plain-date';
import { addMonths, weekOf, weeksOfMonth } from '../../../../shared/domain/calendar/days';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { useKeys } from '../../app/keys';
import { patched } from '../../ui/address';
import { date, today } from '../../ui/format';
import { Page } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { ConferenceDialog } from './conference-dialog';
import { DayList } from './day-list';
import { MonthGrid } from './month-grid';
import './calendar.css';
import { READING } from '../../ui/writing';

type View = 'thang' | 'tuan' | 'danh-sach';
const VIEWS: readonly { readonly value: View; readonly label: string }[] = [
  { value: 'thang', label: 'Tháng' },
  { value: 'tuan', label: 'Tuần' },
  { value: 'danh-sach', label: 'Danh sách' },
];
/** The list looks so many months ahead. */
const LIST_MONTHS = 3;

/** Lịch: deadlines, conferences and report days of all plans; month, week and list, each with its own address. */
export default function Calendar(): ReactNode {
  const { view = 'thang' } = useParams();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  // `?them=hoi-nghi`: asked for from the search.
  const adding = params.get('them') === 'hoi-nghi';
  const delivery = useDelivery();
  const asked = params.get('ngay') ?? '';
  const day = isPlainDate(asked) ? asked : today();
  const current = VIEWS.find(({ value }) => value === view)?.value;
  const { from, to, title, step } = spanOf(current ?? 'thang', day);
  const calendar = useRpc('calendar.list', { from, to }, { keep: true });
  const goTo = (next: string) => setParams(patched(params, { ngay: next }), { replace: true });
  const setAdding = (open: boolean) =>
    setParams(patched(params, { them: open ? 'hoi-nghi' : null }), { replace: true });
  useKeys([
    { key: 'PageUp', label: 'Khoảng trước', run: () => goTo(step(-1)) },
    { key: 'PageDown', label: 'Khoảng sau', run: () => goTo(step(1)) },
  ]);
  if (current === undefined) return <Navigate to="/lich" replace />;
  const open = (next: View, at: string) => void navigate(`/lich/${next}?ngay=${at}`);
  const print = (format: 'ics' | 'xlsx' | 'pdf', range: { readonly from: string; readonly to: string }) =>
    delivery.make(format, () => callQuery('calendar.export', { ...range, format }));
  const week = weekOf(day);

  return (
    <Page
      title="Lịch"
      note={title}
      actions={
        <>
          <Segmented
            aria-label="Cách xem lịch"
            value={current}
            options={[...VIEWS]}
            onChange={(value) => open(value, day)}
          />
          <Button
            {...READING}
            aria-label="Khoảng trước"
            aria-keyshortcuts="PageUp"
            onClick={() => goTo(step(-1))}
          >
            ‹
          </Button>
          <Button {...READING} onClick={() => goTo(today())}>
            Hôm nay
          </Button>
          <Button
            {...READING}
            aria-label="Khoảng sau"
            aria-keyshortcuts="PageDown"
            onClick={() => goTo(step(1))}
          >
            ›
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'week', label: `In lịch tuần ${date(week[0])} – ${date(week.at(-1))}` },
                { key: 'pdf', label: 'PDF, khoảng đang xem' },
                { key: 'xlsx', label: 'Excel, khoảng đang xem' },
                { key: 'ics', label: 'Tệp .ics cho Outlook, Google' },
              ],
              onClick: ({ key }) =>
                key === 'week'
                  ? print('pdf', { from: week[0] ?? day, to: week.at(-1) ?? day })
                  : print(key === 'xlsx' ? 'xlsx' : key === 'ics' ? 'ics' : 'pdf', { from, to }),
            }}
          >
            <Button {...READING} loading={delivery.busy !== null}>
              Xuất
            </Button>
          </Dropdown>
          <Button type="primary" onClick={() => setAdding(true)}>
            Thêm hội nghị
          </Button>
        </>
      }
    >
      <Answer of={calendar}>
        {({ events, marked }) => {
          if (current === 'thang')
            return (
              <MonthGrid
                day={day}
                events={events}
                marked={marked}
                onDay={goTo}
                onOpen={(at) => open('tuan', at)}
              />
            );
          if (current === 'tuan')
            return <DayList label="Lịch tuần" days={week} events={events} marked={marked} />;
          const days = [...new Set(events.map((event) => event.day))];
          return days.length === 0 ? (
            <EmptyPlace
              title="Không có việc nào trong khoảng này."
              hint="Thời hạn, hội nghị và hạn báo cáo của các kế hoạch tự hiện ở đây. Bấm ‹ › để xem khoảng khác."
            />
          ) : (
            <DayList label="Danh sách việc" days={days} events={events} marked={marked} />
          );
        }}
      </Answer>
      {adding ? <ConferenceDialog day={day} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly step: (by: number) => string;
}

function spanOf(view: View, day: string): Span {
  const { year, month } = partsOf(day);
  if (view === 'tuan') {
    const week = weekOf(day);
    const [from = day, to = day] = [week[0], week.at(-1)];
    return { from, to, title: `Tuần ${date(from)} – ${date(to)}`, step: (by) => addDays(day, 7 * by) };
  }
  if (view === 'thang') {
    const weeks = weeksOfMonth(day);
    const [from = day, to = day] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
    return { from, to, title: `Tháng ${month}/${year}`, step: (by) => addMonths(day, by) };
  }
  const from = plainDate(year, month, 1);
  const last = partsOf(addMonths(from, LIST_MONTHS - 1));
  const to = plainDate(last.year, last.month, daysInMonth(last.year, last.month));
  return {
    from,
    to,
    title: `Từ ${date(from)} đến ${date(to)}`,
    step: (by) => addMonths(day, LIST_MONTHS * by),
  };
}
