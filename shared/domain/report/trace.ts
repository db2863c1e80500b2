/** What a total is made of: unit → report → the kept file, sheet and cell. domain.md §5 "Table for superiors". */
import type { Instant } from '../../date/plain-date';
import { consolidate } from './consolidate';
import type { ConsolidateInput } from './consolidate';
import { countedFigures } from './counted-figures';
import { heldByFrom, isActiveOn } from './expected-units';
import { isFigure, isStock, partsOfIndicator } from './indicators';
import type { PeriodId, Report } from './model';
import { stockPartOf } from './unit-figures';
import type { FigureIndex } from './unit-figures';

export interface TraceRow {
  readonly unit: string;
  readonly name: string;
  /** The period whose report holds the figure (an earlier one when carried over). */
  readonly period: PeriodId;
  /** Null: expected there, but nothing was reported. */
  readonly value: number | null;
  readonly carried: boolean;
  /** Reported, but a unit above it already told it, so that it is not added again (`value` is null). Null: it is. */
  readonly held: { readonly by: string; readonly value: number } | null;
  readonly file: {
    readonly sha256: string;
    readonly name: string;
    readonly sheet: string;
    readonly cell: string | null;
  } | null;
  /** Who typed it and when, with the evidence kept beside (sha256); null: read from a form, or nothing reported. */
  readonly typed: { readonly by: string; readonly at: Instant; readonly evidence: readonly string[] } | null;
  /** Version of the report that holds the figure; null: nothing was reported, or a rate. */
  readonly version: number | null;
  /** Of a rate: what it was computed from, in the order numerator, denominator (or the counted codes). */
  readonly parts: readonly { readonly indicator: string; readonly value: number | null }[];
}

/**
 * Rows of a figure, adding up to its total: one a unit and part for a flow, one a unit for a stock; of a unit whose
 * parent's report already holds its figures the row adds nothing and says so. For a rate: one a unit with the unit's own rate.
 */
export function traceOf(input: ConsolidateInput, code: string): TraceRow[] {
  const { index, indicators, units } = countedFigures(input);
  const indicator = indicators.find((item) => item.id === code);
  if (!indicator) return [];
  const nameOf = (unitId: string): string => index.entries.get(unitId)?.name ?? unitId;
  if (!isFigure(indicator)) {
    const last = index.stockPart?.id ?? input.period;
    return consolidate(input).units.flatMap(({ unit, name, values }): TraceRow[] => {
      const value = values[code];
      if (value === undefined) return [];
      const parts = partsOfIndicator(indicator).map((part) => ({
        indicator: part,
        value: values[part] ?? null,
      }));
      return [{ unit, name, period: last, value, carried: false, ...NOWHERE, parts }];
    });
  }
  return units.flatMap((unit): TraceRow[] => {
    const given = unit.items.get(code) ?? [];
    const counted = unit.counted.get(code) ?? [];
    const owed = isStock(indicator)
      ? [stockPartOf(index, unit.unitId, code)].filter((part) => part !== null)
      : index.partsOf(unit.unitId, code);
    return owed.flatMap((part): TraceRow[] => {
      const base = { unit: unit.unitId, name: nameOf(unit.unitId) };
      const item = counted.find((one) => one.part === part);
      if (item)
        return [
          {
            ...base,
            period: item.report.period,
            value: item.value,
            carried: item.carried,
            held: null,
            file: fileOf(item.report, code),
            typed: typedOf(item.report),
            version: item.report.version,
            parts: [],
          },
        ];
      const left = given.find((one) => one.part === part);
      if (left) {
        const by = [...heldByFrom(unit.unitId, index.entries).keys()].find((above) =>
          units.some(({ unitId, items }) => unitId === above && (items.get(code) ?? []).length > 0),
        );
        const held = { by: by === undefined ? '' : nameOf(by), value: left.value };
        return [{ ...base, period: left.report.period, value: null, carried: false, ...NOWHERE, held }];
      }
      if (!expectedIn(index, part, unit.unitId)) return [];
      return [{ ...base, period: part, value: null, carried: false, ...NOWHERE }];
    });
  });
}

/** A figure that stands in no report. */
const NOWHERE = { held: null, file: null, typed: null, version: null, parts: [] } as const;

function typedOf({ source, enteredAt }: Report): TraceRow['typed'] {
  return source.kind === 'typed' ? { by: source.by, at: enteredAt, evidence: source.evidence } : null;
}

function expectedIn(index: FigureIndex, part: PeriodId, unitId: string): boolean {
  const period = index.periods.find((owed) => owed.id === part);
  const unit = index.entries.get(unitId);
  return period !== undefined && unit !== undefined && isActiveOn(unit, period.lastDay);
}

const QUALIFIED = /^'((?:[^']|'')+)'!(.+)$/;

/** File, sheet and cell of a figure; null for typed figures. */
export function fileOf(report: Report, code: string): TraceRow['file'] {
  const { source } = report;
  if (source.kind !== 'form') return null;
  const address = source.cells[code] ?? null;
  const elsewhere = address === null ? null : QUALIFIED.exec(address);
  return {
    sha256: source.sha256,
    name: source.fileName,
    sheet: elsewhere?.[1]?.replaceAll("''", "'") ?? source.sheet,
    cell: elsewhere?.[2] ?? address,
  };
}
