/** Forms about the numbers of a book: why some hold no line, where the book on paper ended. Both books ask the same. */
import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { runText, type NumberRun } from '../../../../shared/domain/number-runs';
import type { AppError } from '../../../../shared/result';
import { FormDialog, fault } from '../../ui/form-dialog';
import { NumberField } from '../../ui/number-field';
import { TextItem } from '../../ui/text-item';

interface StepOf {
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly fields: Readonly<Record<string, string>>;
}

interface ExplainFormProps {
  readonly run: NumberRun;
  /** "số", "số đến" */
  readonly what: string;
  readonly step: StepOf;
  readonly onSubmit: (asked: {
    readonly number: number;
    readonly to: number | null;
    readonly reason: string;
  }) => void;
  readonly onClose: () => void;
}

/** One reason for a number or a run of them; the run may be narrowed where its parts have reasons of their own. */
export function ExplainForm({ run, what, step, onSubmit, onClose }: ExplainFormProps): ReactNode {
  const [first, setFirst] = useState<number | null>(run.first);
  const [last, setLast] = useState<number | null>(run.last);
  const [reason, setReason] = useState('');
  const several = run.first < run.last;
  const wrong = first === null || last === null || last < first;
  return (
    <FormDialog
      title={`Vì sao bỏ trống ${what} ${runText(run)}`}
      action="Ghi lý do"
      pending={step.pending}
      error={Object.keys(step.fields).some((field) => field !== 'reason') ? null : step.error}
      disabled={reason.trim() === '' || wrong}
      onSubmit={() => {
        if (first !== null && last !== null) onSubmit({ number: first, to: last, reason });
      }}
      onClose={onClose}
    >
      <p>
        {several
          ? 'Một lý do cho cả dãy số. Nếu mỗi phần của dãy có lý do khác nhau, ghi từng phần.'
          : 'Số có lý do bỏ trống thì không còn bị nhắc; bỏ lý do được lúc nào cũng được.'}
      </p>
      {several ? (
        <Form.Item label="Các số" htmlFor="run-first">
          <div className="row">
            <label htmlFor="run-first">từ số</label>
            <NumberField words="Từ số" id="run-first" controls={false} value={first} onChange={setFirst} />
            <label htmlFor="run-last">đến số</label>
            <NumberField words="Đến số" id="run-last" controls={false} value={last} onChange={setLast} />
          </div>
          {[
            step.fields['number'],
            step.fields['to'],
            first !== null && last !== null && last < first ? 'Số cuối nhỏ hơn số đầu.' : undefined,
          ].map((told) =>
            told === undefined ? null : (
              <div key={told} className="field-error" role="alert">
                {told}
              </div>
            ),
          )}
        </Form.Item>
      ) : null}
      <Form.Item label="Lý do" htmlFor="gap-reason" {...fault(step.fields, 'reason')}>
        <Input
          id="gap-reason"
          autoFocus
          placeholder="ghi ở sổ khác, hỏng tờ sổ…"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}

interface PaperFormProps {
  readonly words: string;
  readonly example: string;
  /** Which book, where the dialog lets one choose. */
  readonly book?: ReactNode;
  readonly step: StepOf;
  readonly last: number | null;
  readonly onLast: (last: number | null) => void;
  readonly onSubmit: (asked: { readonly last: number; readonly reason: string }) => void;
  readonly onClose: () => void;
}

/** Sổ giấy đã đến số …: for an office that begins in the middle of a term or a year. */
export function PaperForm(props: PaperFormProps): ReactNode {
  const { step, last } = props;
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title="Sổ giấy đã đến số"
      action="Ghi lại"
      pending={step.pending}
      error={step.error}
      disabled={last === null || reason.trim() === ''}
      onSubmit={() => {
        if (last !== null) props.onSubmit({ last, reason });
      }}
      onClose={props.onClose}
    >
      <p>{props.words}</p>
      {props.book}
      <Form.Item label="Số cuối của sổ giấy" htmlFor="start-last" {...fault(step.fields, 'last')}>
        <NumberField
          words="Số cuối của sổ giấy"
          id="start-last"
          autoFocus
          controls={false}
          value={last}
          onChange={props.onLast}
        />
      </Form.Item>
      <TextItem
        id="start-reason"
        label="Lý do"
        placeholder={props.example}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
