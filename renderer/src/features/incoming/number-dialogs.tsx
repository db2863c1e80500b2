import { useState, type ReactNode } from 'react';
import type { NumberRun } from '../../../../shared/domain/number-runs';
import { useCommand } from '../../api/commands';
import { ExplainForm, PaperForm } from '../books/number-forms';

interface YearDialogProps {
  readonly year: number;
  readonly onClose: () => void;
}

export function ExplainArrivalDialog({
  year,
  run,
  onClose,
}: YearDialogProps & { readonly run: NumberRun }): ReactNode {
  const explain = useCommand('incoming.explainGap', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi lý do.',
  });
  return (
    <ExplainForm
      run={run}
      what={`số đến năm ${year}:`}
      step={explain}
      onSubmit={(asked) => void explain.run({ year, ...asked }).then((value) => value && onClose())}
      onClose={onClose}
    />
  );
}

/** Sổ giấy của năm đã đến số …. */
export function StartYearDialog({ year, onClose }: YearDialogProps): ReactNode {
  const [last, setLast] = useState<number | null>(null);
  const start = useCommand('incoming.startFrom', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã ghi số cuối của sổ giấy năm ${year}; sổ ở đây cấp tiếp.`,
    note: ({ questions }) => (questions.length === 0 ? null : questions.join(' ')),
  });
  return (
    <PaperForm
      words={`Dùng khi cơ quan bắt đầu ghi sổ văn bản đến ở đây giữa năm ${year}. Sổ cấp tiếp từ số sau; các số trước đó thuộc sổ giấy, ghi thêm vào đây lúc nào cũng được.`}
      example="sổ giấy đến số 57, ngày 15/6/2026"
      step={start}
      last={last}
      onLast={setLast}
      onSubmit={(asked) => void start.run({ year, ...asked }).then((value) => value && onClose())}
      onClose={onClose}
    />
  );
}
