import { Button, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import type { IdentityProposal } from '../../../../shared/rpc/contract/intake';
import type { ImportReply } from '../../../../shared/rpc/contract/report';
import { copyTable } from '../../ui/copy-table';
import { figure } from '../../ui/format';
import { GrowingRows } from '../../ui/growing-rows';
import { offWhen, READING } from '../../ui/writing';

type Accepted = ImportReply['accepted'][number];
type Rejected = ImportReply['rejected'][number];
/** sha256 → whose a person said it is. */
export type Confirmations = ReadonlyMap<string, IdentityProposal>;

const FAULT_HEAD = ['Tệp', 'Trang tính', 'Ô', 'Cần sửa'] as const;
const CHANGES_SHOWN = 6;
const TEXT_SHOWN = 24;

interface FaultRow {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

function faultRows(rejected: readonly Rejected[]): FaultRow[] {
  return rejected.flatMap(({ file, errors }) =>
    errors.map(({ sheet, cell, message }) => ({ file, sheet: sheet ?? '', cell: cell ?? '', message })),
  );
}

/** A figure before or after; of a text only its beginning, the rest stands in the report. */
function shown(value: number | string | null): string {
  if (value === null) return 'trống';
  if (typeof value === 'number') return figure(value);
  return value.length > TEXT_SHOWN ? `“${value.slice(0, TEXT_SHOWN)}…”` : `“${value}”`;
}

interface ImportResultProps {
  readonly reply: ImportReply;
  readonly done: boolean;
  readonly confirmed: Confirmations;
  /** Absent once it is done. */
  readonly onConfirm?: (sha256: string, proposal: IdentityProposal | null) => void;
}

/** What each file is and would change, by what becomes of it. */
export function ImportResult({ reply, done, confirmed, onConfirm }: ImportResultProps): ReactNode {
  const first = reply.accepted.filter((line) => line.first);
  const changed = reply.accepted.filter((line) => !line.first);
  const unknown = reply.rejected.filter(({ proposals }) => proposals.length > 0);
  const faulty = reply.rejected.filter(({ proposals }) => proposals.length === 0);
  const faults = faultRows(faulty);
  return (
    <Tabs
      defaultActiveKey={
        faulty.length > 0
          ? 'rejected'
          : unknown.length > 0
            ? 'unknown'
            : first.length > 0
              ? 'first'
              : 'changed'
      }
      items={[
        {
          key: 'first',
          label: `● ${done ? 'Đã nhận' : 'Sẽ nhận'} (${first.length})`,
          children: <AcceptedRows label="Báo cáo được nhận" rows={first} />,
        },
        {
          key: 'changed',
          label: `△ ${done ? 'Đã thay đổi' : 'Sẽ thay đổi'} (${changed.length})`,
          children: <AcceptedRows label="Báo cáo thay số liệu cũ" rows={changed} />,
        },
        {
          key: 'unchanged',
          label: `= Không đổi (${reply.unchanged.length})`,
          children: (
            <GrowingRows
              label="Báo cáo không đổi"
              head={['Tệp', 'Đơn vị', 'Kỳ', 'Ghi chú']}
              rows={reply.unchanged}
              rowKey={({ file }) => file}
            >
              {(line) => (
                <>
                  <td>{line.file}</td>
                  <td>{line.unitName}</td>
                  <td className="nowrap">{periodWords(line.period)}</td>
                  <td>{line.sameAs === null ? 'Đã nhận trước đây' : `Trùng với “${line.sameAs}”`}</td>
                </>
              )}
            </GrowingRows>
          ),
        },
        {
          key: 'rejected',
          label: `✕ Giữ lại vì lỗi (${faulty.length})`,
          children: (
            <>
              {faults.length > 0 ? (
                <Button
                  {...READING}
                  onClick={() =>
                    void copyTable(
                      FAULT_HEAD,
                      faults.map(({ file, sheet, cell, message }) => [file, sheet, cell, message]),
                    )
                  }
                >
                  Chép danh sách cần sửa
                </Button>
              ) : null}
              <GrowingRows
                label="Báo cáo chưa nhận được"
                head={FAULT_HEAD}
                rows={faults}
                rowKey={({ file, cell }, index) => `${file}|${cell}|${index}`}
              >
                {({ file, sheet, cell, message }) => (
                  <>
                    <td>{file}</td>
                    <td>{sheet}</td>
                    <td className="nowrap">{cell}</td>
                    <td>{message}</td>
                  </>
                )}
              </GrowingRows>
            </>
          ),
        },
        ...(unknown.length > 0
          ? [
              {
                key: 'unknown',
                label: `? Cần xác định đơn vị (${unknown.length})`,
                children: (
                  <UnknownRows rows={unknown} confirmed={confirmed} {...(onConfirm ? { onConfirm } : {})} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function AcceptedRows({ label, rows }: { readonly label: string; readonly rows: readonly Accepted[] }) {
  return (
    <GrowingRows
      label={label}
      head={['Tệp', 'Đơn vị', 'Kỳ', 'Thay đổi, câu hỏi']}
      rows={rows}
      rowKey={({ file }) => file}
    >
      {(line) => (
        <>
          <td>{line.file}</td>
          <td>{line.unitName}</td>
          <td className="nowrap">{periodWords(line.period)}</td>
          <td>
            {line.changes.slice(0, CHANGES_SHOWN).map((change) => (
              <div key={change.indicator}>
                {change.indicator}: {shown(change.before)} → {shown(change.after)}
              </div>
            ))}
            {line.changes.length > CHANGES_SHOWN ? (
              <div className="muted">và {line.changes.length - CHANGES_SHOWN} chỉ tiêu khác</div>
            ) : null}
            {line.questions.map((question) => (
              <div key={`${question.code}|${question.indicator ?? ''}`} className="tone-warn">
                ? {question.message}
              </div>
            ))}
          </td>
        </>
      )}
    </GrowingRows>
  );
}

const optionOf = ({ dossierId, unit, period }: IdentityProposal): string => `${dossierId}|${unit}|${period}`;

function UnknownRows({
  rows,
  confirmed,
  onConfirm,
}: {
  readonly rows: readonly Rejected[];
  readonly confirmed: Confirmations;
  readonly onConfirm?: (sha256: string, proposal: IdentityProposal | null) => void;
}) {
  return (
    <>
      <p className="muted">
        Trang ẩn nhận dạng của các biểu này đã mất. Chương trình đọc chữ in trên biểu để đề xuất; chỉ nhận khi
        anh/chị xác nhận đúng đơn vị và kỳ.
      </p>
      <GrowingRows
        label="Biểu cần xác định đơn vị"
        head={['Tệp', 'Có thể là báo cáo của']}
        rows={rows}
        rowKey={({ file }) => file}
      >
        {({ file, sha256, proposals }) => {
          const chosen = sha256 === null ? undefined : confirmed.get(sha256);
          return (
            <>
              <td>{file}</td>
              <td>
                <Select
                  aria-label={`Đơn vị của tệp ${file}`}
                  className="identity-choice"
                  allowClear
                  placeholder="Chưa xác nhận: để lại trong khay"
                  {...offWhen(!onConfirm || sha256 === null)}
                  value={chosen ? optionOf(chosen) : null}
                  options={proposals.map((proposal) => ({
                    value: optionOf(proposal),
                    label: `${proposal.unitName} – ${periodWords(proposal.period)} – ${proposal.plan}`,
                  }))}
                  onChange={(value: string | null | undefined) => {
                    if (sha256 !== null)
                      onConfirm?.(sha256, proposals.find((proposal) => optionOf(proposal) === value) ?? null);
                  }}
                />
                <div className="muted">{proposals[0]?.why}</div>
              </td>
            </>
          );
        }}
      </GrowingRows>
    </>
  );
}
