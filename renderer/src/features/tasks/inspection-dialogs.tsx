import { Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { NO_UNIT } from '../../../../shared/domain/task/model';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { InspectionRow } from '../../../../shared/rpc/contract/task';
import { fold } from '../../../../shared/text/normalize';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastInfo } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { DocumentMarkField, KeptFileField } from '../../ui/document-fields';
import { FormDialog, fault } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { TextAreaItem, TextItem } from '../../ui/text-item';
import type { TaskBoard } from './task-part';

/** One inspection, new or corrected. */
export function InspectionDialog(props: {
  readonly dossierId: string;
  readonly board: TaskBoard;
  readonly standing: InspectionRow | null;
  readonly onClose: () => void;
}): ReactNode {
  const { dossierId, board, standing } = props;
  const office = useRpc('office.get', {});
  const [on, setOn] = useState<string | null>(standing?.on ?? today());
  const [units, setUnits] = useState<readonly string[]>(standing?.unitIds ?? []);
  const [tasks, setTasks] = useState<readonly string[]>(standing?.taskIds ?? []);
  const [subject, setSubject] = useState(standing?.subject ?? '');
  const [conclusion, setConclusion] = useState(standing?.conclusion ?? '');
  const [remedy, setRemedy] = useState(standing?.remedy?.what ?? '');
  const [remedyDay, setRemedyDay] = useState(standing?.remedy?.lastDay ?? null);
  const [numberText, setNumber] = useState(standing?.numberText ?? '');
  const [day, setDay] = useState(standing?.date ?? null);
  const [file, setFile] = useState<HandedFile | null>(null);
  const save = useCommand('inspection.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi cuộc kiểm tra.',
  });
  const guarded = board.tasks.some((task) => task.guarded && tasks.includes(task.id));
  const submit = async () => {
    const value = await save.run({
      dossierId,
      id: standing?.id ?? null,
      on,
      units: [...units],
      tasks: [...tasks],
      subject,
      conclusion,
      remedy,
      remedyDay,
      numberText,
      date: day,
      ticket: guarded ? null : (file?.ticket ?? null),
    });
    if (!value) return;
    const [question] = value.questions;
    if (question !== undefined) toastInfo('Xem lại nội dung vừa ghi', question);
    props.onClose();
  };
  const { fields } = save;
  const owing = new Set(board.units.map(({ unit }) => unit).filter((unit) => unit !== NO_UNIT));
  const entries = (office.data?.entries ?? []).filter(
    ({ id, kind }) => kind === 'unit' && (owing.has(id) || owing.size === 0),
  );
  return (
    <FormDialog
      title={standing ? 'Sửa cuộc kiểm tra' : 'Ghi cuộc kiểm tra'}
      action={standing ? 'Lưu' : 'Ghi'}
      width={760}
      pending={save.pending}
      error={Object.keys(fields).length > 0 ? null : save.error}
      disabled={units.length === 0 || subject.trim() === '' || conclusion.trim() === '' || on === null}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <Form.Item label="Ngày kiểm tra" {...fault(fields, 'on')}>
        <DateField label="Ngày kiểm tra" value={on} onChange={setOn} />
      </Form.Item>
      <Form.Item label="Đơn vị" {...fault(fields, 'units')}>
        <EntrySelect label="Đơn vị được kiểm tra" entries={entries} value={units} onChange={setUnits} />
      </Form.Item>
      <Form.Item label="Nhiệm vụ">
        <Select
          mode="multiple"
          aria-label="Nhiệm vụ được kiểm tra"
          className="wide-select"
          maxTagCount="responsive"
          value={[...tasks]}
          placeholder="nhiệm vụ được kiểm tra, nếu có"
          options={board.tasks.map((task) => ({ value: task.id, label: task.text, key: fold(task.text) }))}
          showSearch={{ filterOption: (text, option) => (option?.key ?? '').includes(fold(text)) }}
          onChange={(ids: string[]) => setTasks(ids)}
        />
      </Form.Item>
      <TextItem
        id="inspection-subject"
        label="Nội dung"
        {...fault(fields, 'subject')}
        maxLength={300}
        value={subject}
        onChange={setSubject}
      />
      <TextAreaItem
        id="inspection-conclusion"
        label="Kết luận"
        {...fault(fields, 'conclusion')}
        rows={3}
        maxLength={2000}
        placeholder="về việc thực hiện của đơn vị; không ghi tên, thông tin của cá nhân"
        value={conclusion}
        onChange={setConclusion}
      />
      <Form.Item
        label="Phải khắc phục"
        htmlFor="inspection-remedy"
        {...fault(fields, fields['remedyDay'] === undefined ? 'remedy' : 'remedyDay')}
      >
        <div className="row nowrap-row">
          <Input
            id="inspection-remedy"
            maxLength={300}
            placeholder="để trống nếu không có"
            value={remedy}
            onChange={(event) => setRemedy(event.target.value)}
          />
          <span className="muted nowrap">hạn</span>
          <DateField label="Hạn khắc phục" value={remedyDay} allowClear onChange={setRemedyDay} />
        </div>
      </Form.Item>
      <DocumentMarkField
        id="inspection-number"
        label="Văn bản"
        dayLabel="Ngày văn bản"
        numberText={numberText}
        day={day}
        fields={fields}
        onNumber={setNumber}
        onDay={setDay}
      />
      {guarded ? (
        <p className="tone-info">
          Có nhiệm vụ chỉ ghi số lượng: không kèm tệp, không ghi đường dẫn, tài khoản.
        </p>
      ) : (
        <KeptFileField
          label="Chọn kết luận, biên bản"
          value={file}
          kept={standing?.fileName ?? null}
          fields={fields}
          onChange={setFile}
        />
      )}
    </FormDialog>
  );
}

/** When it was remedied, and by what. */
export function RemedyDialog({
  dossierId,
  row,
  onClose,
}: {
  readonly dossierId: string;
  readonly row: InspectionRow;
  readonly onClose: () => void;
}): ReactNode {
  const [on, setOn] = useState<string | null>(today());
  const [by, setBy] = useState('');
  const remedy = useCommand('inspection.remedy', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi khắc phục.',
  });
  const { fields } = remedy;
  return (
    <FormDialog
      title="Ghi khắc phục"
      action="Ghi khắc phục"
      pending={remedy.pending}
      error={Object.keys(fields).length > 0 ? null : remedy.error}
      disabled={on === null}
      onSubmit={() =>
        void (async () => {
          if (await remedy.run({ dossierId, id: row.id, on, by })) onClose();
        })()
      }
      onClose={onClose}
    >
      <p>
        {row.unitNames.join('; ')}: {row.remedy?.what}
        {row.remedy ? ` · hạn ${date(row.remedy.lastDay)}` : ''}
      </p>
      <Form.Item label="Ngày khắc phục" {...fault(fields, 'on')}>
        <DateField label="Ngày khắc phục" value={on} onChange={setOn} />
      </Form.Item>
      <TextItem
        id="remedy-by"
        label="Bằng"
        {...fault(fields, 'by')}
        maxLength={300}
        placeholder="số, ngày báo cáo của đơn vị"
        value={by}
        onChange={setBy}
      />
    </FormDialog>
  );
}
