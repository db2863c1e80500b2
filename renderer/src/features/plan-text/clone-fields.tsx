import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useRpc } from '../../api/queries';
import { fold } from '../../../../shared/text/normalize';
import { partsOf } from '../../../../shared/date/plain-date';
import { today } from '../../ui/format';
import { offWhen } from '../../ui/writing';

type Dates = OutputOf<'plan.cloneDates'>;

/** Start of a date in the old text → the words that stand there in the new plan. */
export type DateChoices = Readonly<Record<number, string>>;

interface CloneFieldsProps {
  readonly choices: DateChoices;
  readonly onLoaded: (cloned: { readonly dossierId: string; readonly dates: Dates } | null) => void;
  readonly onChoices: (choices: DateChoices) => void;
  readonly onYear: (year: number) => void;
}

/** Which plan, how many years on, and what becomes of every date in it. */
export function CloneFields({ choices, onLoaded, onChoices, onYear }: CloneFieldsProps): ReactNode {
  const open = useRpc('plan.list', {});
  const ended = useRpc('plan.list', { archived: true });
  const [dossierId, setDossierId] = useState<string | null>(null);
  const [years, setYears] = useState(1);
  const dates = useRpc(
    'plan.cloneDates',
    { dossierId: dossierId ?? '', years },
    { enabled: dossierId !== null },
  );
  const { data } = dates;
  useEffect(() => {
    onChoices({});
    if (dossierId === null || !data) {
      onLoaded(null);
      return;
    }
    onLoaded({ dossierId, dates: data });
    onYear((data.year ?? partsOf(today()).year - years) + years);
  }, [dossierId, data, years, onLoaded, onChoices, onYear]);
  const plans = [...(open.data ?? []), ...(ended.data ?? [])];
  return (
    <>
      <Form.Item label="Kế hoạch cũ">
        <Select
          aria-label="Kế hoạch cũ"
          placeholder="Chọn kế hoạch"
          value={dossierId}
          options={plans.map((plan) => ({
            value: plan.dossierId,
            label: `${plan.numberText ?? 'Chưa có số'} – ${plan.title}`,
          }))}
          showSearch={{ filterOption: (typed, option) => fold(option?.label ?? '').includes(fold(typed)) }}
          onChange={(value: string) => setDossierId(value)}
        />
      </Form.Item>
      <Form.Item label="Chuyển ngày thêm">
        <InputNumber
          aria-label="Số năm"
          min={-20}
          max={20}
          value={years}
          suffix="năm"
          onChange={(value) => setYears(value ?? 1)}
        />
      </Form.Item>
      {dossierId !== null && data ? (
        <div
          className="dates-scroll scroll"
          role="region"
          aria-label="Các ngày trong kế hoạch cũ"
          tabIndex={0}
        >
          <table className="date-table">
            <thead>
              <tr>
                <th>Đổi</th>
                <th>Kế hoạch cũ ghi</th>
                <th>Kế hoạch mới ghi</th>
                <th>Trong câu</th>
              </tr>
            </thead>
            <tbody>
              {data.dates.map((date) => (
                <tr key={date.start}>
                  <td>
                    <Checkbox
                      aria-label={`Đổi ${date.before}`}
                      checked={(choices[date.start] ?? date.after) !== date.before}
                      // What is kept as it is has nothing else to become.
                      {...offWhen(date.after === date.before && date.working === null)}
                      onChange={({ target }) =>
                        onChoices({
                          ...choices,
                          [date.start]: target.checked ? (date.working ?? date.after) : date.before,
                        })
                      }
                    />
                  </td>
                  <td>{date.before}</td>
                  <td>
                    <Select
                      size="small"
                      style={{ width: 190 }}
                      aria-label={`Ngày ${date.before}`}
                      value={choices[date.start] ?? date.after}
                      options={[
                        ...new Set([
                          date.after,
                          ...(date.working === null ? [] : [date.working]),
                          date.before,
                        ]),
                      ].map((value) => ({
                        value,
                        label:
                          value === date.before
                            ? `Giữ ${value}`
                            : value === date.working
                              ? `${value} (ngày làm việc)`
                              : value,
                      }))}
                      onChange={(value: string) => onChoices({ ...choices, [date.start]: value })}
                    />
                  </td>
                  <td>
                    <span className="muted">{date.line}</span>
                    {date.question === null ? null : <div className="tone-warn">? {date.question}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
