/** Invented figures: every state of the matrix occurs, and every report passes the checks of a real one. */
import { addDays, type PlainDate } from '../../date/plain-date';
import type { DirectoryEntry, Indicator } from '../../domain/office/model';
import { owedCodes } from '../../domain/report/asks';
import { entryMap } from '../../domain/report/expected-units';
import { formCodes } from '../../domain/report/indicators';
import { acceptReport, returnReport } from '../../domain/report/report-commands';
import { extendPeriod } from '../../domain/report/schedule-commands';
import type { ReportPeriod } from '../../domain/report/model';
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { plausibleStock, plausibleSum } from './plausible';
import type { Random } from './random';

type Fate = 'on-time' | 'late' | 'missing' | 'returned' | 'nil' | 'extended';

/** The first units show every state; the others fall as in an ordinary quarter. */
function fateOf(index: number, random: Random): Fate {
  const shown: readonly Fate[] = ['on-time', 'late', 'missing', 'returned', 'nil', 'extended'];
  const roll = random.next();
  const first = shown[index];
  if (first !== undefined) return first;
  return roll < 0.8
    ? 'on-time'
    : roll < 0.89
      ? 'late'
      : roll < 0.95
        ? 'missing'
        : roll < 0.97
          ? 'returned'
          : 'nil';
}

const TEXTS = [
  'Các đảng viên tham gia học tập đầy đủ; nội dung sinh hoạt bám sát kế hoạch của phường.',
  'Một số buổi tuyên truyền còn ít người dự do trùng giờ làm việc.',
  'Tài liệu hướng dẫn đến chậm; hệ thống loa ở hai khu vực còn yếu.',
  'Đề nghị phường cấp thêm tờ rơi và hướng dẫn viết tin, bài.',
] as const;

/** Figures that belong together: what a unit has (stocks) stays, parts never exceed their whole. */
export function inventValues(
  codes: readonly string[],
  catalogue: readonly Indicator[],
  random: Random,
  size: number,
): { values: Record<string, number>; narrative: Record<string, string> } {
  const values: Record<string, number> = {};
  const narrative: Record<string, string> = {};
  const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));
  const wholeOf = (indicator: Indicator): string | null =>
    indicator.notAbove ?? catalogue.find(({ numerator }) => numerator === indicator.id)?.denominator ?? null;
  const invent = (code: string): void => {
    const indicator = byId.get(code);
    if (!indicator || code in values) return;
    if (indicator.kind === 'T') {
      narrative[code] = random.pick(TEXTS, TEXTS[0]);
      return;
    }
    const whole = wholeOf(indicator);
    if (whole !== null && codes.includes(whole)) invent(whole);
    const limit = whole === null ? undefined : values[whole];
    const sum = plausibleSum(indicator);
    let value: number;
    // Of a handful of people none is missing; of many, up to a seventh.
    if (limit !== undefined && indicator.kind === 'N')
      value = limit - Math.floor(limit * random.next() * 0.15);
    else if (limit !== undefined) value = Math.floor(limit * (0.85 + random.next() * 0.15));
    else if (indicator.kind === 'D') value = plausibleStock(code, size);
    else if (indicator.kind === 'B') value = random.next() < 0.9 ? 1 : 0;
    else if (indicator.kind === 'S') value = random.between(sum.least, sum.most);
    else value = random.between(1, 9);
    const least = indicator.minimum ?? 0;
    values[code] = Math.min(Math.max(value, least), indicator.maximum ?? value);
  };
  for (const code of codes) invent(code);
  return { values, narrative };
}

/** Reports of one period whose last day has passed. Answers how many stand. */
export function fillPeriod(
  draft: Draft<DossierTables>,
  period: ReportPeriod,
  expected: readonly DirectoryEntry[],
  context: {
    readonly entries: readonly DirectoryEntry[];
    readonly catalogue: readonly Indicator[];
    readonly random: Random;
    readonly today: PlainDate;
  },
): Result<{ reports: number }> {
  const { random, today, catalogue, entries } = context;
  const directory = entryMap(entries);
  let reports = 0;
  for (const [index, unit] of expected.entries()) {
    const fate = fateOf(index, random);
    const size = 18 + ((index * 7) % 45);
    const codes = formCodes(owedCodes(period, unit.id, directory), catalogue);
    const invented = inventValues(codes, catalogue, random, size);
    if (fate === 'missing') continue;
    if (fate === 'extended') {
      const extended = extendPeriod(draft, {
        period: period.id,
        extension: {
          unitId: unit.id,
          lastDay: addDays(period.lastDay, 3),
          reason: 'Đơn vị vừa kiện toàn nhân sự.',
        },
        entries,
      });
      if (!extended.ok) return extended;
    }
    const offset = fate === 'late' ? random.between(1, 3) : fate === 'extended' ? 2 : -random.between(0, 4);
    const wanted = addDays(period.lastDay, offset);
    const receivedOn = wanted > today ? today : wanted;
    const nil = fate === 'nil';
    const accepted = acceptReport(
      draft,
      {
        period: period.id,
        unitId: unit.id,
        values: nil ? {} : invented.values,
        narrative: nil ? {} : invented.narrative,
        nil,
        nilSaidBy: nil ? unit.name : '',
        receivedOn,
        receivedTime: '09:00',
        source: { kind: 'typed', by: 'Dữ liệu mẫu', evidence: [] },
      },
      { now: `${receivedOn}T09:00:00+07:00`, entries },
    );
    if (!accepted.ok) return accepted;
    reports += 1;
    if (fate === 'returned') {
      const returned = returnReport(draft, {
        period: period.id,
        unitId: unit.id,
        reason: 'Số lượt người dự chưa khớp với số hội nghị; đề nghị kiểm tra lại.',
      });
      if (!returned.ok) return returned;
    }
  }
  return ok({ reports });
}
