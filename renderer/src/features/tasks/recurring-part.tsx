import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { RecurringRow } from '../../../../shared/rpc/contract/task';
import { EmptyPlace } from '../../ui/states';
import { CountsGrid } from './counts-grid';
import { RhythmDialog } from './rhythm-dialog';
import { rhythmWords } from '../../../../shared/domain/task/words';
import type { TaskPartProps } from './task-part';
import { READING } from '../../ui/writing';

function optionText({ text, rhythm, met, units }: RecurringRow): string {
  return rhythm === null
    ? `${text} – chưa đặt định kỳ`
    : `${rhythmWords(rhythm)}: ${met}/${units} đơn vị đạt – ${text}`;
}

type AskedBy = NonNullable<RecurringRow['asked']>['by'];

/** Why these units and no others. */
const ASKED_BY: Readonly<Record<AskedBy, (units: number) => string>> = {
  person: (units) => `${units} đơn vị do người dùng chọn.`,
  sentence: (units) => `? ${units} đơn vị, đề xuất theo lời câu này.`,
  assignment: (units) => `? ${units} đơn vị, đề xuất theo phần giao việc chứa câu này.`,
  all: (units) => `? Câu không nói rõ ai, đang tính cả ${units} đơn vị; hãy chọn lại nếu không phải.`,
};

/** Định kỳ và chỉ tiêu tuần: one recurring task or weekly target at a time, its counts by week and unit. */
export function RecurringPart({ dossier, office, board, writable }: TaskPartProps): ReactNode {
  const { dossierId } = dossier;
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const wanted = params.get('muc');
  const current =
    board.recurring.find(({ id }) => id === wanted) ??
    board.recurring.find(({ rhythm }) => rhythm !== null) ??
    board.recurring[0];
  if (!current)
    return (
      <EmptyPlace
        title="Kế hoạch không có nhiệm vụ định kỳ hay chỉ tiêu tuần."
        hint="Nhiệm vụ nói “hằng tuần”, “hằng tháng”, “≥ 02 tin, bài/tuần” được đưa vào đây. Nhiệm vụ khác: mở ở Theo nhiệm vụ rồi bấm “Đặt định kỳ”."
      />
    );
  return (
    <div className="stack">
      <div className="row">
        <Select
          {...READING}
          aria-label="Nhiệm vụ định kỳ"
          style={{ width: 760 }}
          value={current.id}
          options={board.recurring.map((row) => ({ value: row.id, label: optionText(row) }))}
          onChange={(id) => setParams({ muc: id })}
        />
        {writable ? (
          <Button onClick={() => setEditing(true)}>
            {current.rhythm === null ? 'Đặt định kỳ…' : `${rhythmWords(current.rhythm)}…`}
          </Button>
        ) : null}
        {current.rhythm !== null && current.rhythmBy === 'words' ? (
          <span className="tone-warn">? Đề xuất theo lời kế hoạch</span>
        ) : null}
      </div>
      {current.asked === null ? null : (
        <div className="row">
          <span className={current.asked.by === 'all' ? 'tone-warn' : 'muted'}>
            {ASKED_BY[current.asked.by](current.units)} Câu trong kế hoạch: “{current.asked.sentence}”
          </span>
          {writable ? (
            <Button size="small" onClick={() => setEditing(true)}>
              Chọn đơn vị…
            </Button>
          ) : null}
        </div>
      )}
      {current.rhythm === null ? (
        <EmptyPlace title="Chưa đặt số phải đạt và thời gian theo dõi." />
      ) : (
        <CountsGrid
          key={`${current.id}|${JSON.stringify(current.rhythm)}`}
          dossierId={dossierId}
          item={current.id}
          office={office}
          writable={writable}
          atMissing={params.has('thieu')}
        />
      )}
      {editing ? (
        <RhythmDialog
          dossierId={dossierId}
          item={current}
          target={
            current.asked === null
              ? null
              : { entries: office.entries, chosen: current.asked.entryIds, sentence: current.asked.sentence }
          }
          onClose={() => setEditing(false)}
        />
      ) : null}
    </div>
  );
}
