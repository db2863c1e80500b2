import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { dayWithHour } from '../../../../shared/date/hour';
import type { Indicator } from '../../../../shared/domain/office/model';
import { DIFFERENCE_CODES } from '../../../../shared/domain/report/exchange-model';
import type { PackageInspection, PackageRow } from '../../../../shared/domain/report/exchange-model';
import { periodWords } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { figure, moment } from '../../ui/format';
import { Facts } from '../../ui/page';
import { offWhen, READING } from '../../ui/writing';

type Side = 'ours' | 'theirs';
interface Decision {
  readonly take: Side;
  readonly figures: Readonly<Record<string, Side>>;
}

interface PackageReviewProps {
  readonly ticket: string;
  readonly name: string;
  readonly found: PackageInspection;
  readonly indicators: readonly Indicator[];
  /** With what was taken in; null: nothing was. */
  readonly onDone: (taken: { readonly dossierId: string; readonly period: string } | null) => void;
}

const SIDES: { value: Side; label: string }[] = [
  { value: 'ours', label: 'Giữ máy này' },
  { value: 'theirs', label: 'Lấy của gói' },
];

const OTHER_CODES: Readonly<Record<string, string>> = {
  [DIFFERENCE_CODES.nil]: 'Không phát sinh',
  [DIFFERENCE_CODES.models]: 'Mô hình hay',
  [DIFFERENCE_CODES.state]: 'Tình trạng',
  [DIFFERENCE_CODES.received]: 'Ngày nhận',
  [DIFFERENCE_CODES.evidence]: 'Tệp đính kèm',
};

function shown(code: string, value: number | string | null): string {
  if (value === null) return '–';
  if (code === DIFFERENCE_CODES.nil) return value === 1 ? 'có' : 'không';
  if (code === DIFFERENCE_CODES.state) return value === 'returned' ? 'đã trả lại' : 'đã nhận';
  if (code === DIFFERENCE_CODES.received) {
    const [day, hour] = String(value).split(' ');
    return dayWithHour(day ?? '', hour ?? null);
  }
  if (code === DIFFERENCE_CODES.evidence) return `${value} tệp`;
  return typeof value === 'number' ? figure(value) : value;
}

/** What the package would change; where both sides differ, figure by figure, a person chooses. */
export function PackageReview({ ticket, name, found, indicators, onDone }: PackageReviewProps): ReactNode {
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({});
  const different = found.rows.filter(({ outcome }) => outcome === 'different');
  const count = (outcome: PackageRow['outcome']): number =>
    found.rows.filter((row) => row.outcome === outcome).length;
  const open = different.filter(({ id }) => decisions[id] === undefined).length;
  const take = useCommand('report.importPackage', {
    done: (value) =>
      value.created
        ? `Đã tạo bản nhận với ${value.added} báo cáo.`
        : `Đã nhập gói: thêm ${value.added}, lấy của gói ${value.replaced}, giữ của máy này ${value.kept}.`,
    changed: (value) => value.created || value.added + value.replaced + value.closings > 0,
    offerUndo: true,
  });
  const decide = (row: PackageRow, side: Side) =>
    setDecisions({ ...decisions, [row.id]: { take: side, figures: {} } });
  const decideFigure = (row: PackageRow, code: string, side: Side) => {
    const standing = decisions[row.id] ?? { take: 'ours', figures: {} };
    setDecisions({
      ...decisions,
      [row.id]: { ...standing, figures: { ...standing.figures, [code]: side } },
    });
  };
  const submit = async () => {
    const done = await take.run({
      ticket,
      dossierId: found.creates ? null : found.dossierId,
      choices: Object.entries(decisions).map(([id, decision]) => ({ id, ...decision })),
    });
    if (done) onDone({ dossierId: found.dossierId, period: found.period });
  };
  return (
    <div className="stack" data-testid="package-review">
      <p>
        <strong>{name}</strong> – {found.planTitle}, {periodWords(found.period)}; lập lúc{' '}
        {moment(found.madeAt)} bởi {found.madeBy}.
      </p>
      {found.creates ? (
        <p className="tone-warn">
          ◔ Máy này chưa có hồ sơ của kế hoạch: sẽ tạo bản nhận kèm văn bản kế hoạch.
        </p>
      ) : null}
      {found.beneath === null || found.beneath.length === 0 ? null : (
        <p className="muted" data-testid="package-beneath">
          Kèm số liệu để tính lũy kế, kỳ trước: {found.beneath.map((id) => periodWords(id)).join(', ')}. Các
          kỳ này nhập theo cùng cách; phần lời về tư tưởng, dư luận và tệp gốc của chúng không đi theo.
        </p>
      )}
      <Facts
        items={[
          { label: '+ Mới', value: count('new'), id: 'package-new' },
          { label: '= Giống', value: count('same'), id: 'package-same' },
          { label: '≠ Khác', value: count('different'), id: 'package-different' },
          { label: '✕ Không nhận', value: count('refused'), id: 'package-refused' },
          ...(found.newClosings.length > 0
            ? [{ label: 'Lần chốt mới', value: found.newClosings.length, id: 'package-closings' }]
            : []),
          ...(found.newEntries.length > 0
            ? [{ label: 'Đơn vị, nhóm thêm vào danh mục', value: found.newEntries.length }]
            : []),
        ]}
      />
      {found.warnings.map((warning) => (
        <p key={warning} className="tone-warn">
          ? {warning}
        </p>
      ))}
      {found.rows
        .filter(({ outcome }) => outcome === 'refused')
        .map((row) => (
          <p key={row.id} className="tone-bad">
            ✕ {row.name}: {periodWords(row.period)} ở máy này không giao cho đơn vị, nên không nhận.
          </p>
        ))}
      {different.map((row) => (
        <Conflict
          key={row.id}
          row={row}
          indicators={indicators}
          decision={decisions[row.id] ?? null}
          onDecide={(side) => decide(row, side)}
          onDecideFigure={(code, side) => decideFigure(row, code, side)}
        />
      ))}
      <div className="row">
        <Button type="primary" {...offWhen(open > 0)} loading={take.pending} onClick={() => void submit()}>
          Nhập gói
        </Button>
        <Button {...READING} onClick={() => onDone(null)}>
          Thôi
        </Button>
        {open > 0 ? <span className="tone-warn">○ Còn {open} đơn vị khác nhau chưa chọn bên</span> : null}
      </div>
    </div>
  );
}

interface ConflictProps {
  readonly row: PackageRow;
  readonly indicators: readonly Indicator[];
  readonly decision: Decision | null;
  readonly onDecide: (side: Side) => void;
  readonly onDecideFigure: (code: string, side: Side) => void;
}

/** One unit side by side: ours and theirs, who and when, figure by figure. A restricted text is never shown here. */
function Conflict({ row, indicators, decision, onDecide, onDecideFigure }: ConflictProps): ReactNode {
  const nameOf = (code: string): string =>
    OTHER_CODES[code] ?? `${code} ${indicators.find(({ id }) => id === code)?.name ?? ''}`;
  const sideWords = (side: PackageRow['theirs'] | null): string =>
    side === null ? '' : `${side.from}, ${moment(side.enteredAt)}`;
  return (
    <section aria-label={`${row.name}, ${periodWords(row.period)}`}>
      <div className="row">
        <strong>
          ≠ {row.name} – {periodWords(row.period)}
        </strong>
        <Segmented<Side | ''>
          aria-label={`Chọn bên cho ${row.name}`}
          value={decision?.take ?? ''}
          options={SIDES}
          onChange={(side) => {
            if (side !== '') onDecide(side);
          }}
        />
      </div>
      <table className="plain" aria-label={`Khác nhau ở ${row.name}`}>
        <thead>
          <tr>
            <th>Chỉ tiêu</th>
            <th>Máy này ({sideWords(row.ours)})</th>
            <th>Gói ({sideWords(row.theirs)})</th>
            <th>Lấy</th>
          </tr>
        </thead>
        <tbody>
          {row.differences.map(({ code, ours, theirs, restricted }) => (
            <tr key={code}>
              <td>{nameOf(code)}</td>
              <td>{restricted ? 'xem trong hồ sơ đơn vị' : shown(code, ours)}</td>
              <td>{restricted ? 'khác' : shown(code, theirs)}</td>
              <td>
                {decision === null ? (
                  <span className="muted">chọn bên ở trên</span>
                ) : (
                  <Segmented<Side>
                    size="small"
                    aria-label={`Chọn bên cho ${nameOf(code)}`}
                    value={decision.figures[code] ?? decision.take}
                    options={SIDES}
                    onChange={(side) => onDecideFigure(code, side)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
