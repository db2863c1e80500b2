/**
 * Units' own words of one section, side by side with where they stand; and their titled entries. Texts on tư tưởng,
 * dư luận (`restricted`) never come here: the caller refuses them. domain.md §5.
 */
import { owedCodes } from './asks';
import type { EntryMap } from './expected-units';
import { expectedUnits } from './expected-units';
import { reportId, unitState, type ReportMap } from './lateness';
import type { Report, ReportPeriod, UnitState } from './model';
import { fileOf, type TraceRow } from './trace';

export interface TextSource {
  readonly file: TraceRow['file'];
  readonly typedBy: string | null;
  readonly enteredAt: string;
  readonly version: number;
}

export interface NarrativeRow {
  readonly unit: string;
  readonly name: string;
  readonly period: string;
  /** Id of the report that stands; null: none. */
  readonly report: string | null;
  readonly state: UnitState;
  readonly nil: boolean;
  /** Null: left empty, or no report stands. */
  readonly text: string | null;
  readonly source: TextSource | null;
}

export interface ModelRow {
  readonly report: string;
  readonly unit: string;
  readonly name: string;
  readonly period: string;
  readonly title: string;
  readonly result: string;
  readonly source: TextSource;
}

export interface TextInput {
  /** Owed periods that feed the one that is shown, in order. */
  readonly parts: readonly ReportPeriod[];
  readonly reports: ReportMap;
  readonly entries: EntryMap;
  readonly now: string;
}

/** One row a unit and owed period, in the directory's order; units that were not asked for this text have none. */
export function narrativeRows(input: TextInput, code: string): NarrativeRow[] {
  return eachExpected(input, ({ period, unitId, name, report, state }) => {
    if (!owedCodes(period, unitId, input.entries).includes(code)) return [];
    const stands = report?.state === 'received' ? report : null;
    return [
      {
        unit: unitId,
        name,
        period: period.id,
        report: stands?.id ?? null,
        state,
        nil: stands?.nil ?? false,
        text: stands?.narrative[code] ?? null,
        source: stands && sourceOf(stands, code),
      },
    ];
  });
}

/** Titled entries of the reports that stand, in the directory's order. */
export function modelRows(input: TextInput): ModelRow[] {
  return eachExpected(input, ({ period, unitId, name, report }) =>
    report?.state !== 'received'
      ? []
      : report.models.map(({ title, result }, index) => ({
          report: report.id,
          unit: unitId,
          name,
          period: period.id,
          title,
          result,
          source: sourceOf(report, modelCell(index)),
        })),
  );
}

/** Key of a titled entry's cell in `ReportSource.cells`: "MH1" … */
export function modelCell(index: number): string {
  return `MH${index + 1}`;
}

interface Expected {
  readonly period: ReportPeriod;
  readonly unitId: string;
  readonly name: string;
  readonly report: Report | undefined;
  readonly state: UnitState;
}

function eachExpected<Row>(input: TextInput, rowsOf: (expected: Expected) => readonly Row[]): Row[] {
  return input.parts.flatMap((period) =>
    expectedUnits(period, input.entries).flatMap(({ id, name }) => {
      const report = input.reports.get(reportId(period.id, id));
      return rowsOf({
        period,
        unitId: id,
        name,
        report,
        state: unitState(period, id, report, input.now),
      });
    }),
  );
}

function sourceOf(report: Report, key: string): TextSource {
  return {
    file: fileOf(report, key),
    typedBy: report.source.kind === 'typed' ? report.source.by : null,
    enteredAt: report.enteredAt,
    version: report.version,
  };
}
