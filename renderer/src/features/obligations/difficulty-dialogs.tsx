import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { DifficultyRow } from '../../../../shared/rpc/contract/obligation';
import { useCommand } from '../../api/commands';
import { toastQuestion } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { DocumentMarkField, KeptFileField } from '../../ui/document-fields';
import { FormDialog, fault } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { PlanSelect } from '../../ui/plan-select';
import { TextItem } from '../../ui/text-item';
import { UnitSelect } from './unit-select';

const ask = (questions: readonly string[]) => {
  const [question] = questions;
  if (question !== undefined) toastQuestion('Xem lại nội dung vừa ghi', question);
};

/** One line of the ledger, new or corrected. */
export function DifficultyDialog(props: {
  readonly dossierId: string | null;
  readonly standing: DifficultyRow | null;
  readonly onClose: () => void;
}): ReactNode {
  const { standing } = props;
  const [dossierId, setDossierId] = useState(props.dossierId);
  const [unit, setUnit] = useState<string | null>(standing?.unitId ?? null);
  const [subject, setSubject] = useState(standing?.subject ?? '');
  const [receivedOn, setReceived] = useState<string | null>(standing?.receivedOn ?? today());
  const [numberText, setNumber] = useState(standing?.mark.numberText ?? '');
  const [day, setDay] = useState(standing?.mark.date ?? null);
  const [forwardedTo, setForwarded] = useState(standing?.forwardedTo ?? '');
  const [forwardedOn, setForwardedOn] = useState(standing?.forwardedOn ?? null);
  const [lastDay, setLastDay] = useState(standing?.lastDay ?? null);
  const [file, setFile] = useState<HandedFile | null>(null);
  const save = useCommand('difficulty.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi vào sổ khó khăn, vướng mắc.',
  });
  const submit = async () => {
    if (dossierId === null || unit === null) return;
    const value = await save.run({
      dossierId,
      id: standing?.id ?? null,
      unit,
      subject,
      receivedOn,
      numberText,
      date: day,
      forwardedTo,
      forwardedOn: forwardedTo.trim() === '' ? null : forwardedOn,
      lastDay,
      ticket: file?.ticket ?? null,
    });
    if (!value) return;
    ask(value.questions);
    props.onClose();
  };
  const { fields } = save;
  return (
    <FormDialog
      title={standing ? 'Sửa khó khăn, vướng mắc' : 'Ghi khó khăn, vướng mắc'}
      action={standing ? 'Lưu' : 'Ghi vào sổ'}
      width={720}
      pending={save.pending}
      error={Object.keys(fields).length > 0 ? null : save.error}
      disabled={dossierId === null || unit === null || subject.trim() === ''}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      {props.dossierId === null ? (
        <Form.Item label="Kế hoạch">
          <PlanSelect value={dossierId} onChange={setDossierId} />
        </Form.Item>
      ) : null}
      <Form.Item label="Đơn vị" {...fault(fields, 'unit')}>
        <UnitSelect value={unit} onChange={setUnit} />
      </Form.Item>
      <TextItem
        id="difficulty-subject"
        label="Nội dung"
        {...fault(fields, 'subject')}
        maxLength={300}
        placeholder="Một dòng về việc của đơn vị; không ghi thông tin của công dân"
        value={subject}
        onChange={setSubject}
      />
      <Form.Item label="Ngày nhận" {...fault(fields, 'receivedOn')}>
        <DateField label="Ngày nhận" value={receivedOn} onChange={setReceived} />
      </Form.Item>
      <DocumentMarkField
        id="difficulty-number"
        label="Văn bản của đơn vị"
        dayLabel="Ngày văn bản của đơn vị"
        numberText={numberText}
        day={day}
        fields={fields}
        onNumber={setNumber}
        onDay={setDay}
      />
      <Form.Item
        label="Chuyển đến"
        htmlFor="difficulty-to"
        {...fault(fields, fields['forwardedOn'] === undefined ? 'forwardedTo' : 'forwardedOn')}
      >
        <div className="row">
          <Input
            id="difficulty-to"
            placeholder="để trống nếu cơ quan tự trả lời"
            style={{ width: 280 }}
            value={forwardedTo}
            onChange={(event) => setForwarded(event.target.value)}
          />
          <DateField
            label="Ngày chuyển"
            value={forwardedOn}
            allowClear
            disabled={forwardedTo.trim() === ''}
            onChange={setForwardedOn}
          />
        </div>
      </Form.Item>
      <Form.Item label="Hạn trả lời" {...fault(fields, 'lastDay')}>
        <DateField label="Hạn trả lời" value={lastDay} allowClear onChange={setLastDay} />
      </Form.Item>
      <KeptFileField
        label="Chọn văn bản của đơn vị"
        value={file}
        kept={standing?.fileName ?? null}
        fields={fields}
        onChange={setFile}
      />
    </FormDialog>
  );
}

/** Answered by number and date. */
export function AnswerDialog({
  row,
  onClose,
}: {
  readonly row: DifficultyRow;
  readonly onClose: () => void;
}): ReactNode {
  const { answer } = row;
  const [numberText, setNumber] = useState(answer?.numberText ?? '');
  const [day, setDay] = useState<string | null>(answer?.date ?? today());
  const [by, setBy] = useState(answer?.by ?? row.forwardedTo);
  const [note, setNote] = useState(answer?.note ?? '');
  const [file, setFile] = useState<HandedFile | null>(null);
  const save = useCommand('difficulty.answer', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi trả lời.',
  });
  const submit = async () => {
    const { dossierId, id } = row;
    const value = await save.run({
      dossierId,
      id,
      numberText,
      date: day,
      by,
      note,
      ticket: file?.ticket ?? null,
    });
    if (!value) return;
    ask(value.questions);
    onClose();
  };
  const { fields } = save;
  return (
    <FormDialog
      title="Trả lời khó khăn, vướng mắc"
      action="Ghi trả lời"
      pending={save.pending}
      error={Object.keys(fields).length > 0 ? null : save.error}
      disabled={day === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {row.unitName}: {row.subject}
        {row.lastDay === null ? '' : ` · hạn ${date(row.lastDay)}`}
      </p>
      <TextItem
        id="answer-number"
        label="Số văn bản"
        {...fault(fields, 'numberText')}
        autoFocus
        value={numberText}
        onChange={setNumber}
      />
      <Form.Item label="Ngày trả lời" {...fault(fields, 'date')}>
        <DateField label="Ngày trả lời" value={day} onChange={setDay} />
      </Form.Item>
      <TextItem
        id="answer-by"
        label="Nơi trả lời"
        placeholder="để trống nếu là cơ quan này"
        value={by}
        onChange={setBy}
      />
      <TextItem
        id="answer-note"
        label="Cách trả lời"
        placeholder="nếu không bằng văn bản: trả lời tại hội nghị giao ban"
        value={note}
        onChange={setNote}
      />
      <KeptFileField
        label="Chọn văn bản trả lời"
        value={file}
        kept={null}
        fields={fields}
        onChange={setFile}
      />
    </FormDialog>
  );
}
