import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import { changeWords, reportStepWords } from '../../../../shared/domain/report/change-words';
import { useRpc } from '../../api/queries';
import { moment } from '../../ui/format';
import { Answer } from '../../ui/states';

interface ReportVersionsProps {
  readonly at: { readonly dossierId: string; readonly period: string; readonly unit: string };
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** Every change of the report in plain words, asked for when it is opened. */
export function ReportVersions({ at, indicators }: ReportVersionsProps): ReactNode {
  const [open, setOpen] = useState(false);
  const versions = useRpc('report.versions', at, { enabled: open });
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Các lần thay đổi của báo cáo này</summary>
      {open ? (
        <Answer of={versions}>
          {(lines) => (
            <ol className="changes" aria-label="Các lần thay đổi">
              {lines.map((line) => (
                <li key={line.revision}>
                  <strong>{line.label}</strong>{' '}
                  <span className="muted">
                    {line.by}, {moment(line.at)}
                    {line.version === null ? '' : ` · lần ${line.version}`}
                  </span>
                  <ul>
                    {[
                      ...reportStepWords(line.before, line.after),
                      ...(line.before === null
                        ? []
                        : line.changes.map((change) => changeWords(change, indicators))),
                    ].map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          )}
        </Answer>
      ) : null}
    </details>
  );
}
