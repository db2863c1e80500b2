import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SkippedUnit } from '../../../../shared/domain/report/chase-levels';
import { CHASE_LEVEL } from '../../../../shared/i18n/vi';
import { useReturnFocus } from '../../ui/return-focus';
import { offWhen } from '../../ui/writing';
import type { StepToRecord } from './chase-steps';

interface SkippedStepsProps {
  readonly step: StepToRecord;
  /** All that were chosen. */
  readonly units: readonly string[];
  readonly skipped: readonly SkippedUnit[];
  readonly channel: string;
  readonly pending: boolean;
  readonly onRecord: (step: StepToRecord, units: readonly string[]) => void;
  readonly onClose: () => void;
}

/** No step is left out silently: record the rest, the right step for each, or all of them with a reason that is kept. */
export function SkippedSteps(props: SkippedStepsProps): ReactNode {
  useReturnFocus();
  const { step, units, skipped, pending } = props;
  const [reason, setReason] = useState('');
  const missing = skipped.filter(({ notDue }) => !notDue);
  const out = new Set(skipped.map(({ unit }) => unit));
  const rest = units.filter((unit) => !out.has(unit));
  const early = new Set(skipped.filter(({ notDue }) => notDue).map(({ unit }) => unit));
  const late = units.filter((unit) => !early.has(unit));
  /** The first step that each of them lacks. */
  const lacking = ([1, 2] as const)
    .map((level) => ({
      level,
      ids: missing.filter((unit) => unit.missing[0] === level).map(({ unit }) => unit),
    }))
    .filter(({ ids }) => ids.length > 0);
  const rightStep = (level: 1 | 2): StepToRecord =>
    level === 1 ? { ...step, level, channel: props.channel } : { ...step, level };
  return (
    <Modal
      open
      width={720}
      title={`Chưa ghi ${CHASE_LEVEL[step.level].short.toLowerCase()}: ${skipped.length} đơn vị chưa đến bước này`}
      footer={null}
      onCancel={props.onClose}
    >
      <div className="stack">
        <div className="chase-units">
          <table className="plain" aria-label="Đơn vị chưa đến bước này">
            <thead>
              <tr>
                <th>Đơn vị</th>
                <th>Vì sao</th>
              </tr>
            </thead>
            <tbody>
              {skipped.map((unit) => (
                <tr key={unit.unit}>
                  <td>{unit.name}</td>
                  <td>
                    {unit.notDue
                      ? 'Chưa quá hạn'
                      : `Chưa ghi ${unit.missing.map((level) => CHASE_LEVEL[level].short.toLowerCase()).join(', ')}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="row">
          {rest.length > 0 ? (
            <Button type="primary" {...offWhen(pending)} onClick={() => props.onRecord(step, rest)}>
              Ghi {CHASE_LEVEL[step.level].short.toLowerCase()} cho {rest.length} đơn vị còn lại
            </Button>
          ) : null}
          {lacking.map(({ level, ids }) => (
            <Button key={level} {...offWhen(pending)} onClick={() => props.onRecord(rightStep(level), ids)}>
              Ghi {CHASE_LEVEL[level].word.toLowerCase()} cho {ids.length} đơn vị
            </Button>
          ))}
          <Button onClick={props.onClose}>Thôi</Button>
        </div>
        {missing.length > 0 ? (
          <>
            <label htmlFor="skip-reason">Vẫn ghi, bỏ qua bước trước (lý do được giữ trong hồ sơ)</label>
            <div className="row">
              <Input
                id="skip-reason"
                maxLength={500}
                placeholder="Ví dụ: đã nhắc trực tiếp tại giao ban"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button
                danger
                {...offWhen(pending || reason.trim() === '')}
                onClick={() => props.onRecord({ ...step, skipReason: reason.trim() }, late)}
              >
                Vẫn ghi {CHASE_LEVEL[step.level].short.toLowerCase()} cho {late.length} đơn vị
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Modal>
  );
}
