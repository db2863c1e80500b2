import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import { RHYTHMS, type Rhythm } from '../../../../shared/domain/task/model';
import { formatNumber, parseNumber } from '../../../../shared/text/numbers';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { FormDialog, fault } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { PER_WORDS } from '../../../../shared/domain/task/words';

interface RhythmDialogProps {
  readonly dossierId: string;
  readonly item: { readonly id: string; readonly text: string; readonly rhythm: Rhythm | null };
  /** Whom a target asks is chosen here too; null: a task, whose units come from its assignment. */
  readonly target: {
    readonly entries: readonly DirectoryEntry[];
    /** What a person chose before. */
    readonly chosen: readonly string[];
    readonly sentence: string;
  } | null;
  readonly onClose: () => void;
}

/** How often a task recurs, what each time must reach, from when to when. */
export function RhythmDialog({ dossierId, item, target, onClose }: RhythmDialogProps): ReactNode {
  const { rhythm } = item;
  const [per, setPer] = useState<Rhythm['per']>(rhythm?.per ?? 'week');
  const [quota, setQuota] = useState(formatNumber(rhythm?.quota ?? 1));
  const [unit, setUnit] = useState(rhythm?.unit ?? '');
  const [from, setFrom] = useState<string | null>(rhythm?.from ?? today());
  const [to, setTo] = useState<string | null>(rhythm?.to ?? `${today().slice(0, 4)}-12-31`);
  const [entryIds, setEntryIds] = useState<readonly string[]>(target?.chosen ?? []);
  const describe = useCommand('task.describe', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã đặt cách theo dõi định kỳ.',
  });
  const number = parseNumber(quota);
  const save = async (next: Rhythm | 'none') => {
    const asked = target === null ? {} : { entryIds: entryIds.length > 0 ? [...entryIds] : null };
    if (await describe.run({ dossierId, item: item.id, rhythm: next, ...asked })) onClose();
  };
  const { fields } = describe;
  return (
    <FormDialog
      title="Theo dõi định kỳ"
      action="Lưu"
      pending={describe.pending}
      error={describe.error}
      disabled={number === null || number <= 0 || from === null || to === null}
      onSubmit={() => {
        if (number !== null && from !== null && to !== null)
          void save({ per, quota: number, unit: unit.trim(), from, to });
      }}
      onClose={onClose}
      aside={rhythm === null ? null : <Button onClick={() => void save('none')}>Không định kỳ</Button>}
    >
      <p>{target?.sentence ?? item.text}</p>
      <Form.Item label="Mỗi">
        <Select
          aria-label="Chu kỳ"
          style={{ width: 140 }}
          value={per}
          options={RHYTHMS.map((value) => ({ value, label: PER_WORDS[value] }))}
          onChange={setPer}
        />
      </Form.Item>
      <Form.Item label="Phải đạt ít nhất" htmlFor="rhythm-quota">
        <div className="row">
          <Input
            id="rhythm-quota"
            inputMode="decimal"
            style={{ width: 90 }}
            value={quota}
            onChange={(event) => setQuota(event.target.value)}
          />
          <Input
            aria-label="Đơn vị tính"
            placeholder="tin, bài"
            maxLength={40}
            style={{ width: 160 }}
            value={unit}
            onChange={(event) => setUnit(event.target.value)}
          />
        </div>
      </Form.Item>
      <Form.Item label="Từ ngày">
        <DateField label="Từ ngày" value={from} onChange={setFrom} />
      </Form.Item>
      <Form.Item label="Đến ngày" {...fault(fields, 'to')}>
        <DateField label="Đến ngày" value={to} onChange={setTo} />
      </Form.Item>
      {target === null ? null : (
        <Form.Item label="Đơn vị, nhóm">
          <EntrySelect
            label="Đơn vị, nhóm phải thực hiện"
            entries={target.entries}
            kinds={['unit', 'group']}
            value={entryIds}
            placeholder="để trống: theo lời câu trên"
            onChange={setEntryIds}
          />
        </Form.Item>
      )}
    </FormDialog>
  );
}
