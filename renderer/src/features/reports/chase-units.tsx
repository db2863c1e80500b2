import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { CHASE_LEVEL, UNIT_STATE } from '../../../../shared/i18n/vi';
import type { ChaseTextsView, OwedWorkView } from '../../../../shared/rpc/contract/chase';
import { copyText } from '../../ui/copy-table';
import { date } from '../../ui/format';
import { UNIT_TONE } from '../../ui/tags';

type Unit = ChaseTextsView['units'][number];

interface ChaseUnitsProps {
  readonly units: readonly Unit[];
  /** Units that are left out. */
  readonly left: readonly string[];
  readonly onLeave: (units: readonly string[]) => void;
  readonly pending: boolean;
  readonly onSent: (unit: string) => void;
}

/** "Lần 2 – 18/03/2026"; "" while nothing was done. */
export function doneWords(work: OwedWorkView): string {
  const last = work.steps.reduce<OwedWorkView['steps'][number] | null>(
    (top, step) => (top === null || step.level >= top.level ? step : top),
    null,
  );
  return last === null ? '' : `${CHASE_LEVEL[last.level].short} – ${date(last.on)}`;
}

/** "quá hạn 9 ngày", "còn 3 ngày" */
export function lateWords(work: OwedWorkView): string {
  if (work.daysLate > 0) return `quá hạn ${work.daysLate} ngày`;
  return work.daysLate === 0 ? 'hạn hôm nay' : `còn ${-work.daysLate} ngày`;
}

/** What is missing, how late, what was done, and the text for each unit: copied by one button, marked by another. */
export function ChaseUnits({ units, left, onLeave, pending, onSent }: ChaseUnitsProps): ReactNode {
  const [shown, setShown] = useState<string | null>(null);
  const current = units.find(({ unit }) => unit === shown) ?? units[0];
  const several = new Set(units.flatMap(({ owes }) => owes.map(({ dossierId }) => dossierId))).size > 1;
  return (
    <>
      <div className="chase-units">
        <table className="plain" aria-label="Đơn vị cần đôn đốc">
          <thead>
            <tr>
              <th>
                <Checkbox
                  aria-label="Chọn tất cả đơn vị"
                  checked={left.length === 0}
                  indeterminate={left.length > 0 && left.length < units.length}
                  onChange={(event) => onLeave(event.target.checked ? [] : units.map(({ unit }) => unit))}
                />
              </th>
              <th>Đơn vị</th>
              <th>Còn thiếu</th>
              <th>Đã đôn đốc</th>
              <th>Đề xuất</th>
              <th>Tin nhắn</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unit} className={current?.unit === unit.unit ? 'current' : ''}>
                <td>
                  <Checkbox
                    aria-label={`Chọn ${unit.name}`}
                    checked={!left.includes(unit.unit)}
                    onChange={(event) =>
                      onLeave(
                        event.target.checked
                          ? left.filter((each) => each !== unit.unit)
                          : [...left, unit.unit],
                      )
                    }
                  />
                </td>
                <td title={unit.contact}>
                  {unit.name}
                  {unit.contact ? <div className="muted">{unit.contact}</div> : null}
                </td>
                <td>
                  {unit.owes.map((work) => (
                    <div key={`${work.dossierId}|${work.period}`} title={work.plan}>
                      <span className={`tone-${UNIT_TONE[work.state]}`}>{UNIT_STATE[work.state].sign}</span>{' '}
                      {work.name}
                      {several ? ` – ${work.numberText ?? work.plan}` : ''}, hạn {date(work.lastDay)},{' '}
                      {lateWords(work)}
                      {work.returnedReason ? ` (trả lại: ${work.returnedReason})` : ''}
                    </div>
                  ))}
                </td>
                <td className="nowrap">
                  {unit.owes.map((work) => (
                    <div key={`${work.dossierId}|${work.period}`}>{doneWords(work) || '–'}</div>
                  ))}
                </td>
                <td className="nowrap">
                  {unit.owes.map((work) => (
                    <div key={`${work.dossierId}|${work.period}`}>
                      {work.next === null ? '–' : CHASE_LEVEL[work.next].short}
                    </div>
                  ))}
                </td>
                <td className="nowrap">
                  <Button
                    size="small"
                    aria-label={`Chép tin nhắn gửi ${unit.name}`}
                    onClick={() => {
                      setShown(unit.unit);
                      void copyText(unit.message, `Đã chép tin nhắn gửi ${unit.name}.`);
                    }}
                  >
                    Chép
                  </Button>{' '}
                  <Button
                    size="small"
                    disabled={pending}
                    aria-label={`Đã gửi ${unit.name}`}
                    onClick={() => onSent(unit.unit)}
                  >
                    Đã gửi
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {current ? (
        <Input.TextArea
          readOnly
          aria-label={`Tin nhắn gửi ${current.name}`}
          value={current.message}
          rows={4}
        />
      ) : null}
    </>
  );
}
