import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { periodWords, unreportedWords } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { fault, FormDialog } from '../../ui/form-dialog';

function useUnfinished(
  dossierId: string,
  period: string,
): { readonly unreported: string | null; readonly unasked: number } {
  // The status of the figures, as the cards below show it: some units may owe the period, others its months.
  const totals = useRpc('report.totals', { dossierId, period, cumulative: false, version: null });
  const questions = useRpc('report.questions', { dossierId, period });
  return {
    unreported: totals.data ? unreportedWords(totals.data) : null,
    unasked: questions.data?.open ?? 0,
  };
}

/** What a person should know before closing: who has not reported, which questions are open. */
export function Unfinished({
  dossierId,
  period,
}: {
  readonly dossierId: string;
  readonly period: string;
}): ReactNode {
  const { unreported, unasked } = useUnfinished(dossierId, period);
  if (unreported === null && unasked === 0) return null;
  return (
    <span className="summary-choosers">
      {unreported === null ? null : (
        <span className="tone-warn" data-testid="unreported">
          ○ {unreported}
        </span>
      )}
      {unasked === 0 ? null : (
        <Link to={`/bao-cao/cau-hoi?ho-so=${dossierId}&ky=${period}`} data-testid="unasked">
          ? {unasked} câu hỏi số liệu
        </Link>
      )}
    </span>
  );
}

/** Chốt kỳ: the first freezes; later ones are marked "bổ sung" and need a reason. */
export function ClosePeriod(props: {
  readonly dossierId: string;
  readonly period: string;
  /** The newest closing; 0 before the first. */
  readonly last: number;
}): ReactNode {
  const { dossierId, period, last } = props;
  const again = last > 0;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { unreported, unasked } = useUnfinished(dossierId, period);
  const close = useCommand('report.close', {
    form: asking,
    showsError: asking,
    done: (value) => {
      if (value.version === last) return `Không có số liệu mới; giữ nguyên lần chốt ${last}.`;
      return value.supplement ? `Đã chốt bổ sung lần ${value.version}.` : `Đã chốt ${periodWords(period)}.`;
    },
    note: () =>
      [
        ...(unreported === null ? [] : [`${unreported}.`]),
        ...(unasked === 0 ? [] : [`Còn ${unasked} câu hỏi số liệu chưa trả lời.`]),
      ].join(' ') || null,
    changed: (value) => value.version !== last,
    offerUndo: true,
  });
  const submit = async () => {
    if (await close.run({ dossierId, period, reason })) setAsking(false);
  };
  return (
    <>
      <Button
        type="primary"
        loading={close.pending}
        onClick={() => (again ? setAsking(true) : void submit())}
      >
        {again ? 'Chốt bổ sung' : 'Chốt kỳ'}
      </Button>
      {asking ? (
        <FormDialog
          title={`Chốt bổ sung ${periodWords(period)}`}
          action="Chốt bổ sung"
          pending={close.pending}
          error={close.error}
          disabled={reason.trim() === ''}
          onSubmit={() => void submit()}
          onClose={() => setAsking(false)}
        >
          <p className="muted">Các lần chốt trước được giữ nguyên.</p>
          <Form.Item label="Lý do bổ sung" htmlFor="close-reason" {...fault(close.fields, 'reason')}>
            <Input id="close-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
