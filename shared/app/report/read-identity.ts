/**
 * Whose form it is when its hidden sheet is gone: read from what is printed on it, and only ever proposed. A person
 * confirms; nothing is taken in by reading alone.
 */
import { periodCode } from '../../documents/period-code';
import { createMatcher } from '../../domain/office/match';
import { askedUnits, entryMap, expectedUnits, type Asking } from '../../domain/report/expected-units';
import { periodNameInText } from '../../domain/report/periods';
import { readDossierSummary } from '../../schema/summarize';
import { fold, toNfc } from '../../text/normalize';
import type { IdentityProposal } from '../../rpc/contract/intake';
import type { App, OfficeState } from '../application';

/** One period that some plan asked for. */
export interface AskedPeriod {
  readonly dossierId: string;
  readonly plan: string;
  readonly period: string;
  /** Whom the period names, and by which day: units that took over from one of them owe too. */
  readonly asking: Asking;
}

/** Every period of every open plan, from the catalogue. */
export async function askedPeriods(app: App): Promise<readonly AskedPeriod[]> {
  const asked: AskedPeriod[] = [];
  for (const { ref, summary } of await app.ports.store.list('dossier')) {
    const read = readDossierSummary(summary);
    if (!read || read.archived) continue;
    for (const { id, units, named, lastDay, askedOn } of read.periods) {
      const unitIds = (read.unitSets[units] ?? []).slice(0, named ?? undefined);
      asked.push({ dossierId: ref.id, plan: read.title, period: id, asking: { unitIds, lastDay, askedOn } });
    }
  }
  return asked;
}

/** "Mã biểu AB-26Q1-014" (domain.md §5): office, period, place among the period's units. */
const FORM_CODE = /Mã biểu\s+(\S+)-(\d{2}[A-Z0-9]+)-(\d{3})(?!\d)/u;
const UNIT_LINE = /^Đơn vị báo cáo\s*:\s*(.+)$/u;
const TITLE = 'BÁO CÁO SỐ LIỆU ';

interface Printed {
  readonly code: { readonly office: string; readonly period: string; readonly sequence: number } | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly text: string;
}

function printedOn(heads: readonly string[]): Printed {
  const lines = heads.map((line) => toNfc(line).replace(/\s+/gu, ' ').trim());
  const code = lines.map((line) => FORM_CODE.exec(line)).find((match) => match !== null);
  return {
    code: code ? { office: code[1] ?? '', period: code[2] ?? '', sequence: Number(code[3] ?? '0') } : null,
    unit: lines.map((line) => UNIT_LINE.exec(line)?.[1] ?? null).find((name) => name !== null) ?? null,
    title: lines.find((line) => line.startsWith(TITLE))?.slice(TITLE.length) ?? null,
    text: fold(lines.join('\n')),
  };
}

/** "2026-Q1 – Chi bộ Tổ dân phố số 1 (1).xlsx" → "Chi bộ Tổ dân phố số 1". */
function unitInFileName(fileName: string): string {
  return toNfc(fileName)
    .replace(/\.[^.]+$/u, '')
    .replace(/^(?:\d{4}(?:-\w+)?|DX-\d{4}-\d{3})\s*[–-]\s*/u, '')
    .replace(/\s*\(\d+\)$|\s*-\s*(?:copy|bản sao|sửa|đã sửa)$/iu, '')
    .trim();
}

/**
 * Who the form may be of, likeliest first; several where plans ask the same unit for the same period and the plan's
 * title is not printed. Empty where the period or the unit can't be read, or two readings contradict each other.
 */
export function readIdentity(
  heads: readonly string[],
  fileName: string,
  known: { readonly office: OfficeState; readonly asked: readonly AskedPeriod[] },
): readonly IdentityProposal[] {
  const { entries, profile } = known.office;
  const units = entryMap(entries);
  const matcher = createMatcher(entries, profile.place);
  const certain = (name: string): string | null => {
    const { entryIds, doubt } = matcher.one(name);
    return doubt === '' && entryIds.length === 1 ? (entryIds[0] ?? null) : null;
  };
  const printed = printedOn(heads);
  if (printed.code && printed.code.office !== profile.code) return [];
  const named = printed.unit === null ? null : certain(printed.unit);
  if (printed.unit !== null && named === null) return [];
  const byFile = named === null ? certain(unitInFileName(fileName)) : null;

  const found = known.asked.flatMap(
    (one): { readonly titled: boolean; readonly proposal: IdentityProposal }[] => {
      const samePeriod = printed.code
        ? periodCode(one.period) === printed.code.period
        : printed.title === periodNameInText(one.period).toUpperCase();
      if (!samePeriod) return [];
      // A form's number is its place among all whom the period asks, successors last (`periodFor`).
      const numbered = printed.code
        ? (askedUnits(one.asking, units)[printed.code.sequence - 1] ?? null)
        : null;
      if (named !== null && numbered !== null && numbered !== named) return [];
      const unitId = named ?? numbered ?? byFile;
      const unit = unitId === null ? undefined : units.get(unitId);
      if (!unit || !expectedUnits(one.asking, units).includes(unit)) return [];
      const why = [
        printed.code ? 'mã biểu' : 'tên kỳ',
        named !== null ? 'tên đơn vị' : numbered !== null ? null : 'tên tệp',
      ].filter((word) => word !== null);
      const proposal: IdentityProposal = {
        dossierId: one.dossierId,
        plan: one.plan,
        unit: unit.id,
        unitName: unit.name,
        period: one.period,
        why: `Đọc theo ${why.join(' và ')}${why.includes('tên tệp') ? '' : ' in trên biểu'}.`,
      };
      const titled = one.plan !== '' && printed.text.includes(fold(toNfc(one.plan)).replace(/\s+/gu, ' '));
      return [{ titled, proposal }];
    },
  );
  const titled = found.filter((one) => one.titled);
  return (titled.length > 0 ? titled : found).map(({ proposal }) => proposal);
}
