import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { isWeekend } from '../../../../shared/date/plain-date';
import { isSpecial } from '../../../../shared/domain/report/periods';
import { periodWords } from '../../../../shared/i18n/vi';
import type { ScheduleProposal } from '../../../../shared/rpc/contract/schedule';
import { DateField } from '../../ui/date-field';
import { date, dateWithDay } from '../../ui/format';

type Proposed = ScheduleProposal['periods'][number];

/** What a person changed of one proposed period. */
export interface PeriodDays {
  readonly from: string;
  readonly to: string;
  readonly lastDay: string;
  readonly time: string | null;
  readonly dueToCity: string | null;
}

/** As it stands, else as proposed. */
export function daysOf(row: Proposed): PeriodDays {
  const { standing } = row;
  return standing
    ? {
        from: standing.from,
        to: standing.to,
        lastDay: standing.lastDay,
        time: standing.time,
        dueToCity: standing.dueToCity,
      }
    : {
        from: row.from,
        to: row.to,
        lastDay: row.proposedLastDay,
        time: null,
        // The monthly day says nothing about a request of its own: its superior names the day, or nobody does.
        dueToCity: isSpecial(row.period) ? null : row.proposedDueToCity,
      };
}

interface PeriodRowsProps {
  readonly rows: readonly Proposed[];
  readonly days: (row: Proposed) => PeriodDays;
  readonly onChange: (period: string, days: PeriodDays) => void;
}

/** The proposed periods with their days; a day moved off a weekend is shown with the day it was, and can be kept. */
export function PeriodRows({ rows, days, onChange }: PeriodRowsProps): ReactNode {
  return (
    <div className="ask-table">
      <table className="plain-table" aria-label="Các kỳ báo cáo">
        <thead>
          <tr>
            <th scope="col">Kỳ</th>
            <th scope="col">Số liệu</th>
            <th scope="col">Hạn đơn vị gửi</th>
            <th scope="col">Gửi cấp trên</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const value = days(row);
            const name = periodWords(row.period);
            const set = (change: Partial<PeriodDays>) => onChange(row.period, { ...value, ...change });
            return (
              <tr key={row.period}>
                <th scope="row">
                  {name}
                  {row.standing ? <div className="muted">đã yêu cầu · {row.reports} báo cáo</div> : null}
                </th>
                <td>
                  {isSpecial(row.period) ? (
                    <span className="row">
                      <DateField
                        label={`Số liệu từ ngày, ${name}`}
                        value={value.from}
                        onChange={(from) => set({ from: from ?? value.from })}
                      />
                      –
                      <DateField
                        label={`Số liệu đến ngày, ${name}`}
                        value={value.to}
                        onChange={(to) => set({ to: to ?? value.to })}
                      />
                    </span>
                  ) : (
                    `${date(value.from)} – ${date(value.to)}`
                  )}
                </td>
                <td>
                  <span className="row">
                    <DateField
                      label={rows.length === 1 ? 'Hạn cuối' : `Hạn cuối, ${name}`}
                      value={value.lastDay}
                      onChange={(lastDay) => set({ lastDay: lastDay ?? value.lastDay })}
                    />
                    {isSpecial(row.period) ? (
                      <Input
                        aria-label="Giờ hạn"
                        placeholder="16h30"
                        className="hour-field"
                        value={value.time ?? ''}
                        onChange={(event) => set({ time: event.target.value || null })}
                      />
                    ) : null}
                    <DayNote
                      day={value.lastDay}
                      due={row.dueDay}
                      proposed={row.proposedLastDay}
                      onChange={(lastDay) => set({ lastDay })}
                    />
                  </span>
                </td>
                <td>
                  <span className="row">
                    <DateField
                      label={`Hạn gửi cấp trên, ${name}`}
                      value={value.dueToCity}
                      allowClear
                      onChange={(dueToCity) => set({ dueToCity })}
                    />
                    <DayNote
                      day={value.dueToCity}
                      due={row.cityDueDay}
                      proposed={row.proposedDueToCity}
                      onChange={(dueToCity) => set({ dueToCity })}
                    />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface DayNoteProps {
  readonly day: string | null;
  readonly due: string;
  readonly proposed: string;
  readonly onChange: (day: string) => void;
}

/** The weekday; where the due day is none that is worked, which of the two stands and a button for the other. */
function DayNote({ day, due, proposed, onChange }: DayNoteProps): ReactNode {
  if (day === null) return null;
  if (due !== proposed && day === proposed)
    return (
      <span className="tone-warn">
        ? {proposed > due ? 'lùi' : 'đẩy sớm'} từ {dateWithDay(due)}{' '}
        <Button size="small" onClick={() => onChange(due)}>
          Giữ ngày {date(due)}
        </Button>
      </span>
    );
  if (due !== proposed && day === due)
    return (
      <span className="tone-warn">
        ? ngày nghỉ{' '}
        <Button size="small" onClick={() => onChange(proposed)}>
          {proposed > due ? 'Lùi đến' : 'Đẩy sớm lên'} {date(proposed)}
        </Button>
      </span>
    );
  return <span className={isWeekend(day) ? 'tone-warn' : 'muted'}>{dateWithDay(day).split(',')[0]}</span>;
}
