import { Button, Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { ENTRY_KIND } from '../../../../shared/i18n/vi';
import { fold } from '../../../../shared/text/normalize';
import { useCommand } from '../../api/commands';
import { GrowingRows } from '../../ui/growing-rows';
import type { PartProps } from './conference-page';
import { Invitations } from './invitations';
import { InviteDialog, InvitedByDialog } from './invite-dialogs';
import { useKeptDraft } from './kept-draft';
import { LineTable, type LineColumn } from './line-table';
import { SaveBar } from './save-bar';
import { offWhen } from '../../ui/writing';

type Participant = PartProps['conference']['record']['participants'][number];

/** Thành phần: bodies of the directory and lines of own words, as they come to seats on the day; the invitations. */
export function ParticipantsPart({ conference, office }: PartProps): ReactNode {
  const { dossierId, id, item, record, closed, invited } = conference;
  const draft = useKeptDraft<readonly Participant[]>(`${dossierId}|${id}|participants`, record.participants);
  const [dialog, setDialog] = useState<'invite' | 'marked' | null>(null);
  const save = useCommand('conference.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu thành phần.',
  });
  const store = async () => {
    const done = await save.run({ dossierId, id, parts: { participants: [...draft.value] } });
    if (done) draft.drop();
  };
  const options = useMemo(
    () => [
      { value: '', label: '(ghi bằng lời)', key: '' },
      ...office.entries.map((entry) => ({
        value: entry.id,
        label: `${entry.name} – ${ENTRY_KIND[entry.kind]}`,
        key: fold([entry.name, entry.short, ...entry.aliases].join(' ')),
      })),
    ],
    [office.entries],
  );
  const columns: readonly LineColumn<Participant>[] = [
    {
      key: 'entryId',
      title: 'Trong danh mục',
      kind: 'text',
      width: 320,
      render: (line, set, name) => (
        <Select
          aria-label={name}
          {...offWhen(closed)}
          style={{ width: 310 }}
          value={line.entryId ?? ''}
          options={options}
          showSearch={{ filterOption: (text, option) => (option?.key ?? '').includes(fold(text)) }}
          onChange={(entryId: string) => set({ ...line, entryId: entryId === '' ? null : entryId })}
        />
      ),
    },
    {
      key: 'words',
      title: 'Ai dự (chức danh, thành phần)',
      kind: 'text',
      placeholder: 'Đại diện lãnh đạo',
    },
    { key: 'seats', title: 'Số người mỗi nơi', kind: 'number', width: 120 },
  ];
  const blank = (line: string): Participant => ({
    id: line,
    entryId: null,
    name: '',
    words: '',
    seats: null,
  });
  const fromPlan = () =>
    draft.set(item.participants.map((words) => ({ ...blank(crypto.randomUUID()), words })));
  const seats = invited.reduce((sum, body) => sum + (body.seats ?? 0), 0);
  return (
    <div className="stack">
      {draft.value.length === 0 && item.participants.length > 0 ? (
        <p>
          Kế hoạch ghi thành phần: {item.participants.join('; ')}.{' '}
          {closed ? null : (
            <Button size="small" onClick={fromPlan}>
              Lấy {item.participants.length} dòng này
            </Button>
          )}
        </p>
      ) : null}
      <LineTable
        label="Thành phần mời"
        lines={draft.value}
        columns={columns}
        blank={blank}
        onChange={draft.set}
        add="Thêm thành phần"
        disabled={closed}
      />
      {closed ? null : (
        <SaveBar
          changed={draft.changed}
          pending={save.pending}
          error={save.error}
          onSave={() => void store()}
          onDrop={draft.drop}
          label="Lưu thành phần"
        />
      )}
      {invited.length > 0 ? (
        <details open={invited.length <= 8}>
          <summary>
            Mời {invited.length} nơi, {seats} đại biểu
          </summary>
          <GrowingRows
            label="Danh sách được mời"
            head={['Nơi được mời', 'Ai dự', 'Theo nhóm', 'Số người']}
            rows={invited}
            rowKey={(body) => body.key}
          >
            {(body) => (
              <>
                <td>{body.name}</td>
                <td>{body.words}</td>
                <td className="muted">{body.via}</td>
                <td className="number">{body.seats ?? ''}</td>
              </>
            )}
          </GrowingRows>
        </details>
      ) : null}
      <Invitations
        conference={conference}
        unsaved={draft.changed}
        onInvite={() => setDialog('invite')}
        onMark={() => setDialog('marked')}
      />
      {dialog === 'invite' ? <InviteDialog conference={conference} onClose={() => setDialog(null)} /> : null}
      {dialog === 'marked' ? (
        <InvitedByDialog conference={conference} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}
