import { Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { addDays } from '../../../../shared/date/plain-date';
import { proposeWorkingDayBefore } from '../../../../shared/date/working-days';
import type { Comment, CommentRound } from '../../../../shared/domain/dispatch/document-model';
import { COMMENT_ANSWER } from '../../../../shared/i18n/vi';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { DayOffNote } from '../../ui/day-off-note';
import { EntrySelect } from '../../ui/entry-select';
import { fault, FileField, FormDialog } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { TextAreaItem, TextItem } from '../../ui/text-item';
import type { DocumentView } from './document-drawer';

/** Bodies get a week to answer, unless a person says otherwise. */
const USUAL_DAYS = 7;

interface AskDialogProps {
  readonly view: DocumentView;
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly onClose: () => void;
}

export function AskDialog({ view, dossierId, office, onClose }: AskDialogProps): ReactNode {
  const [to, setTo] = useState<readonly string[]>([]);
  const [version, setVersion] = useState<number | null>(view.drafts.at(-1)?.version ?? null);
  const [on, setOn] = useState<string>(today());
  const [lastDay, setLastDay] = useState<string>(
    () => proposeWorkingDayBefore(addDays(today(), USUAL_DAYS), office.holidays).proposed,
  );
  const [note, setNote] = useState('');
  const ask = useCommand('document.askComments', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi lần lấy ý kiến.',
  });
  const { fields } = ask;
  const submit = async () => {
    const input = { dossierId, documentId: view.document.id, version, to: [...to], date: on, lastDay, note };
    if (await ask.run(input)) onClose();
  };
  return (
    <FormDialog
      title="Gửi lấy ý kiến dự thảo"
      action="Ghi đã gửi"
      pending={ask.pending}
      error={Object.keys(fields).length > 0 ? null : ask.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Form.Item label="Gửi đến" {...fault(fields, 'to')}>
        <EntrySelect label="Gửi đến" entries={office.entries} value={to} onChange={setTo} />
      </Form.Item>
      {view.drafts.length > 0 ? (
        <Form.Item label="Dự thảo lần">
          <Select
            aria-label="Dự thảo lần"
            value={version}
            options={view.drafts.map((draft) => ({
              value: draft.version,
              label: `Lần ${draft.version}: ${draft.fileName}`,
            }))}
            onChange={setVersion}
          />
        </Form.Item>
      ) : null}
      <Form.Item label="Ngày gửi" htmlFor="ask-day">
        <DateField id="ask-day" label="Ngày gửi" value={on} onChange={(day) => setOn(day ?? today())} />
      </Form.Item>
      <Form.Item label="Hạn góp ý" htmlFor="ask-last-day" {...fault(fields, 'lastDay')}>
        <DateField
          id="ask-last-day"
          label="Hạn góp ý"
          value={lastDay}
          onChange={(day) => setLastDay(day ?? lastDay)}
        />
        <DayOffNote day={lastDay} notBefore={on} holidays={office.holidays} onChange={setLastDay} />
      </Form.Item>
      <TextItem id="ask-note" label="Ghi chú" value={note} onChange={setNote} />
    </FormDialog>
  );
}

type Kind = NonNullable<Comment['answer']>['kind'];
const KINDS = Object.entries(COMMENT_ANSWER).map(([value, { word }]) => ({
  value: value as Kind,
  label: word,
}));

interface AnswerDialogProps {
  readonly round: CommentRound;
  readonly dossierId: string;
  readonly entryIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AnswerDialog({ round, dossierId, entryIds, onClose, onDone }: AnswerDialogProps): ReactNode {
  const one =
    entryIds.length === 1 ? round.comments.find(({ entryId }) => entryId === entryIds[0]) : undefined;
  const standing = one?.answer ?? null;
  const [kind, setKind] = useState<Kind>(standing?.kind ?? 'agreed');
  const [on, setOn] = useState<string>(standing?.on ?? today());
  const [numberText, setNumberText] = useState(standing?.numberText ?? '');
  const [text, setText] = useState(standing?.text ?? '');
  const [taken, setTaken] = useState(standing?.taken ?? '');
  const [file, setFile] = useState<HandedFile | null>(null);
  const noted = useCommand('document.noteComments', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi trả lời.',
  });
  const { fields } = noted;
  const submit = async () => {
    const answer = { date: on, kind, numberText, text, taken, ticket: file?.ticket ?? null };
    if (await noted.run({ dossierId, roundId: round.id, entryIds: [...entryIds], answer })) onDone();
  };
  return (
    <FormDialog
      title={`Ghi trả lời: ${one?.name ?? `${entryIds.length} đơn vị`}`}
      action="Ghi"
      pending={noted.pending}
      error={Object.keys(fields).length > 0 ? null : noted.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Form.Item label="Trả lời">
        <Select aria-label="Trả lời" value={kind} options={KINDS} onChange={setKind} />
      </Form.Item>
      <Form.Item label="Ngày" htmlFor="answer-day" {...fault(fields, 'date')}>
        <DateField id="answer-day" label="Ngày" value={on} onChange={(day) => setOn(day ?? today())} />
      </Form.Item>
      <TextItem id="answer-number" label="Số, ký hiệu" value={numberText} onChange={setNumberText} />
      <TextAreaItem
        id="answer-text"
        label="Ý kiến"
        {...fault(fields, 'text')}
        rows={2}
        value={text}
        onChange={setText}
      />
      <TextAreaItem
        id="answer-taken"
        label="Tiếp thu, giải trình"
        rows={2}
        value={taken}
        onChange={setTaken}
      />
      {one ? (
        <Form.Item label="Văn bản góp ý">
          <FileField label="Chọn tệp góp ý" value={file} onChange={setFile} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
