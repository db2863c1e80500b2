import { Alert, Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { skippedSteps, type SkippedUnit } from '../../../../shared/domain/report/chase-levels';
import { CHASE_LEVEL } from '../../../../shared/i18n/vi';
import type { InputOf, OutputOf } from '../../../../shared/rpc/contract';
import type { ChaseTextsView } from '../../../../shared/rpc/contract/chase';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { rememberRevision } from '../../app/feedback';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { ChaseSteps, type StepToRecord } from './chase-steps';
import { ChaseUnits } from './chase-units';
import { SkippedSteps } from './skipped-steps';
import './chase.css';
import { ReadOnlyNote } from '../../ui/writing';

export type ChasePlaces = InputOf<'report.chaseTexts'>['places'];

interface ChaseProps {
  /** Periods of plans, each with its units (null: all that owe). */
  readonly places: ChasePlaces;
  readonly onClose: () => void;
}

/**
 * Who is missing → texts for Zalo, the letter, the report; one letter over several plans. Nothing is sent or kept by
 * itself: a person says what was done.
 */
export function Chase({ places, onClose }: ChaseProps): ReactNode {
  useReturnFocus();
  const texts = useRpc('report.chaseTexts', { places }, { keep: true });
  return (
    <Modal
      open
      width={1080}
      title="Đôn đốc nộp báo cáo"
      footer={null}
      onCancel={onClose}
      className="chase-dialog"
    >
      <ReadOnlyNote />
      <Answer of={texts} loading="Đang soạn…">
        {(value) =>
          value.units.length === 0 ? (
            <p className="tone-good">● Không đơn vị nào phải đôn đốc: đã báo cáo đủ.</p>
          ) : (
            <ChaseWork places={places} value={value} onClose={onClose} />
          )
        }
      </Answer>
    </Modal>
  );
}

function ChaseWork(props: {
  readonly places: ChasePlaces;
  readonly value: ChaseTextsView;
  readonly onClose: () => void;
}): ReactNode {
  const { places, value } = props;
  const navigate = useNavigate();
  /** Units that a person took out; a unit that comes anew is in. */
  const [left, setLeft] = useState<readonly string[]>([]);
  const [channel, setChannel] = useState('Zalo');
  const [kept, setKept] = useState<OutputOf<'report.recordChase'>['document']>(null);
  const record = useCommand('report.recordChase', { showsError: true });
  const chosen = value.units.filter(({ unit }) => !left.includes(unit));
  const placesOf = (units: readonly string[]): ChasePlaces =>
    places.map(({ dossierId, period }) => ({ dossierId, period, units: [...units] }));

  /** A step that would leave out an earlier one: asked about before anything is recorded. */
  const [skipping, setSkipping] = useState<{
    readonly step: StepToRecord;
    readonly units: readonly string[];
    readonly skipped: readonly SkippedUnit[];
  } | null>(null);
  const keep = async (step: StepToRecord, units: readonly string[]) => {
    const skipped = skippedSteps(
      step.level,
      value.units.filter(({ unit }) => units.includes(unit)),
    );
    const forbidden = skipped.filter(({ notDue }) => notDue || !step.skipReason);
    if (forbidden.length > 0) {
      setSkipping({ step, units, skipped });
      return;
    }
    setSkipping(null);
    const done = await record.run({ ...step, places: placesOf(units) });
    if (!done) return;
    for (const { dossierId, revision } of done.records) rememberRevision('dossier', dossierId, revision);
    if (done.document) setKept(done.document);
  };
  const proposed = ([1, 2, 3] as const)
    .map((level) => ({
      level,
      count: chosen.filter(({ owes }) => owes.some(({ next }) => next === level)).length,
    }))
    .filter(({ count }) => count > 0);

  return (
    <div className="stack">
      <p className="chase-summary">
        {chosen.length}/{value.units.length} đơn vị được chọn.{' '}
        {proposed.length === 0
          ? 'Hiện chưa đến lúc đôn đốc tiếp.'
          : `Đề xuất: ${proposed.map(({ level, count }) => `${CHASE_LEVEL[level].word.toLowerCase()} ${count} đơn vị`).join('; ')}.`}
      </p>
      <ChaseUnits
        units={value.units}
        left={left}
        onLeave={setLeft}
        pending={record.pending}
        onSent={(unit) => void keep({ level: 1, channel }, [unit])}
      />
      {record.error ? <Alert type="error" showIcon role="alert" title={record.error.message} /> : null}
      {skipping ? (
        <SkippedSteps
          {...skipping}
          channel={channel}
          pending={record.pending}
          onRecord={(step, units) => void keep(step, units)}
          onClose={() => setSkipping(null)}
        />
      ) : null}
      {kept ? (
        <Alert
          type="success"
          showIcon
          title="Đã lưu văn bản vào hồ sơ ở dạng dự thảo và ghi ngày đôn đốc."
          action={
            <Button
              size="small"
              onClick={() => {
                props.onClose();
                void navigate(`/ke-hoach/${kept.dossierId}/van-ban`);
              }}
            >
              Mở để lấy số
            </Button>
          }
        />
      ) : null}
      <ChaseSteps
        units={chosen}
        listText={value.text}
        all={chosen.length === value.units.length}
        places={placesOf(chosen.map(({ unit }) => unit))}
        proposedLastDay={value.proposedLastDay}
        channel={channel}
        onChannel={setChannel}
        pending={record.pending}
        onRecord={(step) =>
          void keep(
            step,
            chosen.map(({ unit }) => unit),
          )
        }
      />
    </div>
  );
}
