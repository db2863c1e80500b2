import { useState, type ReactNode } from 'react';
import type { Report } from '../../../../shared/domain/report/model';
import { nilSaidWords } from '../../../../shared/i18n/vi';
import { due, moment } from '../../ui/format';
import { SourceSheet } from './source-sheet';

/** Where the figures came from, and every correction of the day of receipt. */
export function ReportSource({
  dossierId,
  report,
}: {
  readonly dossierId: string;
  readonly report: Report;
}): ReactNode {
  const [showing, setShowing] = useState(false);
  const { source } = report;
  return (
    <div className="muted">
      Nguồn:{' '}
      {source.kind === 'form' ? (
        <>
          biểu{' '}
          <button type="button" className="link-button" onClick={() => setShowing(true)}>
            {source.fileName}
          </button>
          , trang tính “{source.sheet}”
        </>
      ) : (
        `${source.by} nhập tay`
      )}{' '}
      · lần {report.version} · vào máy {moment(report.enteredAt)}
      {report.nil
        ? ` · không phát sinh${nilSaidWords(report) === '' ? '' : `: ${nilSaidWords(report)}`}`
        : ''}
      {showing && source.kind === 'form' ? (
        <SourceSheet
          dossierId={dossierId}
          place={{ sha256: source.sha256, name: source.fileName, sheet: source.sheet, cell: null }}
          received={null}
          onClose={() => setShowing(false)}
        />
      ) : null}
      {(report.receiptCorrections ?? []).map((correction) => (
        <div key={correction.at}>
          {correction.by} sửa ngày nhận {due({ lastDay: correction.from, time: correction.fromTime ?? null })}{' '}
          → {due({ lastDay: correction.to, time: correction.toTime ?? null })} ({moment(correction.at)}):{' '}
          {correction.reason}
        </div>
      ))}
    </div>
  );
}
