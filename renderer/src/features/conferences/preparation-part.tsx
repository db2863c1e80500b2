import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../api/commands';
import { date, today } from '../../ui/format';
import type { PartProps } from './conference-page';
import { DefaultsDialog } from './defaults-dialog';
import { useKeptDraft } from './kept-draft';
import { LineTable, type LineColumn } from './line-table';
import { SaveBar } from './save-bar';

type Preparation = NonNullable<PartProps['conference']['record']['checklist']>[number];

/** Chuẩn bị: what is to be ready, by whom, by which day; begins with the office's own list. */
export function PreparationPart({ conference }: PartProps): ReactNode {
  const { dossierId, id, checklist, record, closed } = conference;
  const standing = checklist.map(({ id: line, text, who, daysBefore, done }): Preparation => ({
    id: line,
    text,
    who,
    daysBefore,
    done,
  }));
  const draft = useKeptDraft<readonly Preparation[]>(`${dossierId}|${id}|checklist`, standing);
  const [editing, setEditing] = useState(false);
  const save = useCommand('conference.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu việc chuẩn bị.',
  });
  const store = async () => {
    if (await save.run({ dossierId, id, parts: { checklist: [...draft.value] } })) draft.drop();
  };
  const days = new Map(checklist.map((line) => [line.id, line.lastDay]));
  const columns: readonly LineColumn<Preparation>[] = [
    { key: 'done', title: 'Xong', kind: 'check', width: 56 },
    { key: 'text', title: 'Việc', kind: 'text' },
    { key: 'who', title: 'Ai làm (chức danh, đơn vị)', kind: 'text', width: 240 },
    { key: 'daysBefore', title: 'Trước ngày họp', kind: 'number', width: 120 },
  ];
  const open = draft.value.filter(({ done }) => !done).length;
  return (
    <div className="stack">
      <div className="row">
        <span>
          {open === 0 ? '● Đã chuẩn bị xong' : `Còn ${open}/${draft.value.length} việc`}
          {record.checklist === null ? (
            <span className="muted"> · theo danh sách mặc định của cơ quan</span>
          ) : null}
        </span>
        <span className="grow" />
        <Button onClick={() => setEditing(true)}>Danh sách mặc định…</Button>
      </div>
      <LineTable
        label="Việc chuẩn bị"
        lines={draft.value}
        columns={columns}
        blank={(line) => ({ id: line, text: '', who: '', daysBefore: 1, done: false })}
        onChange={draft.set}
        add="Thêm việc"
        disabled={closed}
        tail={(line) => {
          const day = days.get(line.id) ?? null;
          if (day === null) return null;
          const late = !line.done && day < today();
          return (
            <span
              className={late ? 'tone-bad' : 'muted'}
            >{`${late ? '! quá hạn ' : 'hạn '}${date(day)}`}</span>
          );
        }}
      />
      {closed ? null : (
        <SaveBar
          changed={draft.changed}
          pending={save.pending}
          error={save.error}
          onSave={() => void store()}
          onDrop={draft.drop}
        />
      )}
      {editing ? <DefaultsDialog onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
