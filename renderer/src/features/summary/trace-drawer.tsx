import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { figure, moment } from '../../ui/format';
import { Facts } from '../../ui/page';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { ReportDrawer } from '../reports/report-drawer';
import { SourceSheet, type SourcePlace } from '../reports/source-sheet';
import { totalText } from './indicator-table';
import { READING } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';

type Part = OutputOf<'report.trace'>[number];

interface TraceDrawerProps {
  readonly dossierId: string;
  readonly period: string;
  readonly code: string;
  /** Lũy kế instead of the period's own figure. */
  readonly cumulative: boolean;
  readonly office: OfficeView;
  readonly totals: Readonly<Record<string, number>>;
  /** A closing is shown: its figures are frozen, the rows are those that stand. */
  readonly frozen: boolean;
  readonly onClose: () => void;
}

/**
 * What a total is made of: unit → report → the kept original at its sheet and cell. A rate opens to its numerator and
 * denominator; Enter opens what the row came from, Esc leads back.
 */
export function TraceDrawer(props: TraceDrawerProps): ReactNode {
  useReturnFocus();
  const { dossierId, period, cumulative, office, totals, onClose } = props;
  // The way down: a rate, then one of its parts.
  const [way, setWay] = useState<readonly string[]>([props.code]);
  const code = way.at(-1) ?? props.code;
  const indicatorOf = (id: string) => office.indicators.find((each) => each.id === id);
  const indicator = indicatorOf(code);
  const trace = useRpc('report.trace', { dossierId, period, indicator: code, cumulative });
  const [report, setReport] = useState<Part | null>(null);
  const [source, setSource] = useState<{ readonly place: SourcePlace; readonly part: Part } | null>(null);
  const open = (part: Part) => {
    if (part.file) setSource({ place: part.file, part });
    else setReport(part);
  };
  return (
    <Drawer
      open
      size={960}
      title={<DialogTitle>{`${code} ${indicator?.name ?? ''}`}</DialogTitle>}
      onClose={onClose}
      extra={
        way.length > 1 ? (
          <Button {...READING} onClick={() => setWay(way.slice(0, -1))}>
            Quay lại {way.at(-2)}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <Facts
          items={[
            {
              label: cumulative ? `Lũy kế đến ${periodWords(period)}` : periodWords(period),
              value: totalText(indicator, totals[code]),
            },
            { label: 'Đơn vị tính', value: indicator?.unit ?? '' },
          ]}
        />
        {props.frozen ? (
          <p className="tone-warn">
            ◔ Đang xem một lần chốt. Các dòng dưới đây là số liệu hiện tại của từng đơn vị.
          </p>
        ) : null}
        <RateParts
          indicator={indicator}
          indicatorOf={indicatorOf}
          totals={totals}
          onOpen={(part) => setWay([...way, part])}
        />
        <Answer of={trace} loading="Đang lần tới từng đơn vị…">
          {(parts) => (
            <DataTable
              id="trace"
              label={`Tổng ${code} gồm`}
              rows={parts}
              columns={columnsOf(indicator, indicatorOf, parts, open, setReport)}
              rowKey={(part) => `${part.unit}|${part.period}`}
              onOpen={open}
            />
          )}
        </Answer>
      </div>
      {report ? (
        <ReportDrawer
          dossierId={dossierId}
          period={report.period}
          unit={report.unit}
          unitName={report.name}
          office={office}
          onClose={() => setReport(null)}
        />
      ) : null}
      {source ? (
        <SourceSheet
          dossierId={dossierId}
          place={source.place}
          received={indicator && source.part.value !== null ? { indicator, value: source.part.value } : null}
          onClose={() => setSource(null)}
        />
      ) : null}
    </Drawer>
  );
}

/** Codes from which a rate is computed, each leading to its own rows. */
function RateParts(props: {
  readonly indicator: Indicator | undefined;
  readonly indicatorOf: (id: string) => Indicator | undefined;
  readonly totals: Readonly<Record<string, number>>;
  readonly onOpen: (code: string) => void;
}): ReactNode {
  const { indicator, indicatorOf, totals } = props;
  if (indicator?.kind !== 'P' && indicator?.kind !== 'R') return null;
  const parts: readonly (readonly [string, string])[] =
    indicator.kind === 'P'
      ? [
          ['Tử số', indicator.numerator ?? ''],
          ['Mẫu số', indicator.denominator ?? ''],
        ]
      : indicator.rateOf.map((part) => ['Gồm', part] as const);
  return (
    <div>
      <div className="row">
        {parts
          .filter(([, part]) => part !== '')
          .map(([label, part]) => (
            <Button {...READING} key={part} size="small" onClick={() => props.onOpen(part)}>
              {label} {part}: {totalText(indicatorOf(part), totals[part])}
            </Button>
          ))}
      </div>
      <p className="muted">
        {indicator.kind === 'P'
          ? 'Tỷ lệ tính lại từ tổng tử số chia tổng mẫu số, không lấy trung bình.'
          : 'Cộng các chỉ tiêu trên rồi chia cho số tuần của kỳ.'}
      </p>
    </div>
  );
}

function heldText({ by, value }: NonNullable<Part['held']>): string {
  return `${figure(value)}: đã nằm trong số của ${by === '' ? 'đơn vị cấp trên' : by}, không cộng lại`;
}

function sourceText(part: Part): string {
  if (part.file) return `${part.file.name}, ${part.file.sheet}!${part.file.cell ?? ''}`;
  if (part.typed) return `${part.typed.by} nhập tay ${moment(part.typed.at)}`;
  if (part.held) return heldText(part.held);
  return part.value === null ? 'chưa có' : 'tính từ các phần';
}

function columnsOf(
  indicator: Indicator | undefined,
  indicatorOf: (id: string) => Indicator | undefined,
  parts: readonly Part[],
  onSource: (part: Part) => void,
  onReport: (part: Part) => void,
): readonly Column<Part>[] {
  const rate = parts.find((part) => part.parts.length > 0);
  return [
    { key: 'name', title: 'Đơn vị', text: (part) => part.name },
    {
      key: 'period',
      title: 'Kỳ',
      width: 150,
      filter: true,
      text: (part) => (part.carried ? `giữ của ${periodWords(part.period)}` : periodWords(part.period)),
    },
    ...(rate?.parts ?? []).map(({ indicator: code }, at): Column<Part> => ({
      key: code,
      title: code,
      width: 90,
      number: true,
      text: (part) => totalText(indicatorOf(code), part.parts[at]?.value),
      sort: (part) => part.parts[at]?.value ?? -1,
    })),
    {
      key: 'value',
      title: 'Giá trị',
      width: 110,
      number: true,
      text: (part) => totalText(indicator, part.value),
      sort: (part) => part.value ?? -1,
      render: (part) => (
        <button
          type="button"
          className="link-button number"
          disabled={part.value === null}
          aria-label={`${part.name}: ${totalText(indicator, part.value)}. Mở nguồn`}
          onClick={() => onSource(part)}
        >
          {totalText(indicator, part.value)}
          {part.carried ? <sup title={`Giữ giá trị của ${periodWords(part.period)}`}>↻</sup> : null}
        </button>
      ),
    },
    {
      key: 'source',
      title: 'Lấy từ',
      width: 320,
      text: sourceText,
      render: (part) => {
        const { file, typed } = part;
        if (!file && !typed)
          return (
            <span className="muted">
              {part.held ? heldText(part.held) : part.value === null ? 'Chưa có số liệu' : 'Tính từ các phần'}
            </span>
          );
        return (
          <button
            type="button"
            className="link-button"
            onClick={() => (file ? onSource(part) : onReport(part))}
          >
            {file
              ? `${file.name} – trang “${file.sheet}”${file.cell === null ? '' : `, ô ${file.cell}`}`
              : sourceText(part)}
            {typed && typed.evidence.length > 0 ? ` · ${typed.evidence.length} tệp kèm theo` : ''}
          </button>
        );
      },
    },
    {
      key: 'report',
      title: 'Báo cáo',
      width: 90,
      text: (part) => (part.version === null ? '' : `lần ${part.version}`),
      render: (part) =>
        part.value === null ? null : (
          <button type="button" className="link-button" onClick={() => onReport(part)}>
            {part.version === null ? 'Mở' : `Lần ${part.version}`}
          </button>
        ),
    },
  ];
}
