import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { lateBy } from '../../../../shared/domain/report/chase';
import { CHASE_LEVEL, UNIT_STATE } from '../../../../shared/i18n/vi';
import type { ChaseTextsView, OwedWorkView } from '../../../../shared/rpc/contract/chase';
import { copyText } from '../../ui/copy-table';
import { date, due } from '../../ui/format';
import { UNIT_TONE } from '../../ui/tags';
import { offWhen, READING } from '../../ui/writing';

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

/** "quá hạn 9 ngày", "quá hạn 1 giờ 10 phút", "còn 3 ngày" */
export function lateWords(work: OwedWorkView): string {
  const late = lateBy(work);
  if (late !== null) return `quá hạn ${late}`;
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
                  {...READING}
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
          {units.map((unit) => (
            <UnitRows
              key={unit.unit}
              unit={unit}
              several={several}
              current={current?.unit === unit.unit}
              chosen={!left.includes(unit.unit)}
              pending={pending}
              onChoose={(chosen) =>
                onLeave(chosen ? left.filter((each) => each !== unit.unit) : [...left, unit.unit])
              }
              onCopy={() => {
                setShown(unit.unit);
                void copyText(unit.message, `Đã chép tin nhắn gửi ${unit.name}.`);
              }}
              onSent={() => onSent(unit.unit)}
            />
          ))}
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

interface UnitRowsProps {
  readonly unit: Unit;
  /** More than one plan is chased: each line names its own. */
  readonly several: boolean;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly pending: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onCopy: () => void;
  readonly onSent: () => void;
}

/** One unit: a row for each thing that it owes, so that what was done stands beside what it was done for. */
function UnitRows(props: UnitRowsProps): ReactNode {
  const { unit, several, current, chosen } = props;
  const whole = { rowSpan: Math.max(1, unit.owes.length) };
  return (
    <tbody className={current ? 'current' : ''}>
      {unit.owes.map((work, index) => (
        <tr key={`${work.dossierId}|${work.period}`}>
          {index === 0 ? (
            <>
              <td {...whole}>
                <Checkbox
                  {...READING}
                  aria-label={`Chọn ${unit.name}`}
                  checked={chosen}
                  onChange={(event) => props.onChoose(event.target.checked)}
                />
              </td>
              <td {...whole} title={unit.contact}>
                {unit.name}
                {unit.contact ? <div className="muted">{unit.contact}</div> : null}
              </td>
            </>
          ) : null}
          <td title={work.plan}>
            <span className={`tone-${UNIT_TONE[work.state]}`}>{UNIT_STATE[work.state].sign}</span> {work.name}
            {several ? ` – ${work.numberText ?? work.plan}` : ''}, hạn {due(work)}, {lateWords(work)}
            {work.returnedReason ? ` (trả lại: ${work.returnedReason})` : ''}
          </td>
          <td className="nowrap">{doneWords(work) || '–'}</td>
          <td className="nowrap">{work.next === null ? '–' : CHASE_LEVEL[work.next].short}</td>
          {index === 0 ? (
            <td {...whole} className="nowrap">
              <Button
                {...READING}
                size="small"
                aria-label={`Chép tin nhắn gửi ${unit.name}`}
                onClick={props.onCopy}
              >
                Chép
              </Button>{' '}
              <Button
                size="small"
                {...offWhen(props.pending)}
                aria-label={`Đã gửi ${unit.name}`}
                onClick={props.onSent}
              >
                Đã gửi
              </Button>
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  );
}
