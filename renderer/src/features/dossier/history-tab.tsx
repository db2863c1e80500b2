import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { ACT_AREAS, type ActArea } from '../../../../shared/domain/history/act-area';
import { ACT_AREA } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import type { AggregateKind } from '../../api/client';
import { undoneWords } from '../../app/feedback';
import { moment } from '../../ui/format';
import { Answer } from '../../ui/states';
import { offWhen, READING } from '../../ui/writing';

type Line = OutputOf<'store.history'>[number];

const OF_A_DOSSIER: readonly ActArea[] = ACT_AREAS.filter((area) => area !== 'office');

/** Ai sửa gì, khi nào; and taking it back as a new change. */
export function HistoryTab({
  dossierId,
  kind = 'dossier',
}: {
  readonly dossierId: string;
  readonly kind?: AggregateKind;
}): ReactNode {
  const [limit, setLimit] = useState(50);
  const [acts, setActs] = useState<ActArea | null>(null);
  const history = useRpc('store.history', { kind, id: dossierId, limit, before: null, acts }, { keep: true });
  const undo = useCommand('store.undo', { done: (value) => `Đã hoàn tác: ${undoneWords(value)}` });
  return (
    <div className="stack">
      {kind === 'dossier' ? (
        <div className="row">
          <Select<ActArea | ''>
            {...READING}
            aria-label="Loại việc"
            style={{ width: 240 }}
            value={acts ?? ''}
            options={[
              { value: '', label: 'Mọi việc' },
              ...OF_A_DOSSIER.map((area) => ({ value: area, label: ACT_AREA[area] })),
            ]}
            onChange={(area) => {
              setActs(area === '' ? null : area);
              setLimit(50);
            }}
          />
        </div>
      ) : null}
      <Answer of={history}>
        {(lines) => (
          <div className="panel flush">
            <table className="plain" aria-label="Lịch sử thay đổi">
              <thead>
                <tr>
                  <th>Lúc</th>
                  <th>Ai</th>
                  <th>Đã làm gì</th>
                  <th>Thao tác</th>
                </tr>
              </thead>
              <tbody>
                {lines
                  .filter(({ command }) => command !== 'plan.saveTextDraft')
                  .map((line) => (
                    <tr key={line.revision}>
                      <td className="nowrap">{moment(line.at)}</td>
                      <td>{line.by}</td>
                      <td className="wide">
                        <Act line={line} />
                      </td>
                      <td className="number">
                        <Button
                          {...offWhen(line.purged || undo.pending)}
                          onClick={() => void undo.run({ kind, id: dossierId, revision: line.revision })}
                        >
                          Hoàn tác
                        </Button>
                      </td>
                    </tr>
                  ))}
                {lines.length === 0 ? (
                  <tr>
                    <td colSpan={4} className="muted">
                      Chưa có việc nào thuộc loại này.
                    </td>
                  </tr>
                ) : null}
              </tbody>
            </table>
            {lines.length === limit && limit < 500 ? (
              <p>
                <Button {...READING} onClick={() => setLimit(Math.min(limit * 2, 500))}>
                  Xem thêm
                </Button>
              </p>
            ) : null}
          </div>
        )}
      </Answer>
    </div>
  );
}

/** What was done to what; what was corrected, before → after, opens below. */
function Act({ line }: { readonly line: Line }): ReactNode {
  if (line.purged)
    return (
      <span className="muted">
        {/* The line of the purge itself says it already; of an earlier line only the content went. */}
        {line.command === 'store.purge'
          ? `${line.label}: ${line.purgedBecause ?? ''}`
          : `${line.label} (nội dung đã xóa hẳn: ${line.purgedBecause ?? ''})`}
      </span>
    );
  if (line.details.length === 0) return line.line;
  return (
    <details>
      <summary>{line.line}</summary>
      <ul className="changes">
        {line.details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </details>
  );
}
