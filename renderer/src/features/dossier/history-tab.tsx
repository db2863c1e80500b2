import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { reportChangeLine } from '../../../../shared/domain/report/change-words';
import { compareTexts, countsOf } from '../../../../shared/text/compare-texts';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import type { AggregateKind } from '../../api/client';
import { undoneWords } from '../../app/feedback';
import { moment } from '../../ui/format';
import { Answer } from '../../ui/states';

const TABLE: Readonly<Record<string, string>> = {
  plan: 'Kế hoạch',
  items: 'Mục',
  textVersions: 'Lần dự thảo',
  textDrafts: 'Phần đang gõ',
  textDraftEdits: 'Phần đang gõ',
  planTemplates: 'Mẫu kế hoạch',
  documents: 'Văn bản',
  dispatches: 'Lần gửi',
  deliveries: 'Nơi nhận',
  periods: 'Kỳ báo cáo',
  reports: 'Báo cáo',
  questionAnswers: 'Câu trả lời về số liệu',
  consolidations: 'Bản tổng hợp',
  files: 'Tệp',
  archive: 'Lưu trữ',
  entries: 'Danh mục',
  signers: 'Người ký',
  indicators: 'Chỉ tiêu',
  profile: 'Cơ quan',
};

function words(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  return JSON.stringify(value);
}

/** The fields that differ, old and new. */
function differences(before: unknown, after: unknown): readonly (readonly [string, string, string])[] {
  const left = new Map<string, unknown>(
    before !== null && typeof before === 'object' ? Object.entries(before) : [],
  );
  const right = new Map<string, unknown>(
    after !== null && typeof after === 'object' ? Object.entries(after) : [],
  );
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => JSON.stringify(left.get(key)) !== JSON.stringify(right.get(key)))
    .map((key) => [key, words(left.get(key)), words(right.get(key))] as const);
}

interface RecordChange {
  readonly table: string;
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** How a plan's text was changed, by paragraphs; null where it was not. */
function textChange({ table, before, after }: RecordChange): string | null {
  if (table !== 'plan') return null;
  const text = (record: unknown): string =>
    record !== null && typeof record === 'object' && 'text' in record && typeof record.text === 'string'
      ? record.text
      : '';
  if (text(before) === text(after)) return null;
  const { changed, added, removed, moved } = countsOf(compareTexts(text(before), text(after)));
  return `Nội dung kế hoạch: sửa ${changed}, thêm ${added}, bỏ ${removed}, chuyển chỗ ${moved} đoạn`;
}

/** One record's change: a report in the office's words, anything else field by field. */
function lineOf(change: RecordChange, reportLine: (change: RecordChange) => string): string {
  if (change.table === 'reports') return reportLine(change);
  const name = TABLE[change.table] ?? change.table;
  if (change.before === null || change.before === undefined) return `${name}: thêm mới`;
  if (change.after === null || change.after === undefined) return `${name}: bỏ đi`;
  const edited = textChange(change);
  if (edited !== null) return edited;
  const fields = differences(change.before, change.after).map(
    ([, old, next]) => `“${old.slice(0, 120)}” → “${next.slice(0, 120)}”`,
  );
  return `${name}: ${fields.join('; ')}`;
}

/** Ai sửa gì, khi nào; and taking it back as a new change. */
export function HistoryTab({
  dossierId,
  kind = 'dossier',
}: {
  readonly dossierId: string;
  readonly kind?: AggregateKind;
}): ReactNode {
  const [limit, setLimit] = useState(50);
  const history = useRpc('store.history', { kind, id: dossierId, limit, before: null }, { keep: true });
  const office = useRpc('office.get', {});
  const reportLine = useMemo(() => {
    const names = new Map((office.data?.entries ?? []).map(({ id: unit, name }) => [unit, name] as const));
    const indicators = new Map((office.data?.indicators ?? []).map((each) => [each.id, each] as const));
    return ({ id: report, before = null, after = null }: RecordChange) =>
      reportChangeLine({ id: report, before, after }, names, indicators);
  }, [office.data]);
  const undo = useCommand('store.undo', { done: (value) => `Đã hoàn tác: ${undoneWords(value)}` });
  return (
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
                      {line.purged ? (
                        <span className="muted">
                          {line.label} (nội dung đã xóa hẳn: {line.purgedBecause})
                        </span>
                      ) : (
                        <details>
                          <summary>
                            {line.label} <span className="muted">({line.changes.length} mục)</span>
                          </summary>
                          <ul className="changes">
                            {line.changes.slice(0, 40).map((change) => (
                              <li key={`${change.table}|${change.id}`}>{lineOf(change, reportLine)}</li>
                            ))}
                          </ul>
                        </details>
                      )}
                    </td>
                    <td className="number">
                      <Button
                        disabled={line.purged || undo.pending}
                        onClick={() => void undo.run({ kind, id: dossierId, revision: line.revision })}
                      >
                        Hoàn tác
                      </Button>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          {lines.length === limit && limit < 500 ? (
            <p>
              <Button onClick={() => setLimit(Math.min(limit * 2, 500))}>Xem thêm</Button>
            </p>
          ) : null}
        </div>
      )}
    </Answer>
  );
}
