/**
 * Two different forms of one unit for one period in one batch: the one that was saved last stands, unless a person chose
 * another; the order in which the files lie in their folder decides nothing. What is left out is told, never lost: its
 * file stays where it was, its figures are shown beside those that stand.
 */
import { dateOfInstant, formatDate, timeOfInstant } from '../../date/plain-date';
import { periodName } from '../../domain/report/periods';
import { rivalKey } from '../../domain/report/rival-key';
import type { ImportReply } from '../../rpc/contract/report';
import { formatNumber } from '../../text/numbers';
import type { IntakeFile } from './intake-files';
import type { Whose } from './intake-run';

/** A form that could be taken, as far as it competes with another of its unit. */
export interface SentForm {
  readonly file: IntakeFile;
  readonly sha256: string;
  readonly whose: Whose;
  readonly values: Readonly<Record<string, number>>;
  readonly nil: boolean;
  /** This very file was taken in before: it is not taken again. */
  readonly taken: boolean;
  /** When the workbook was saved by its own word; null: it does not say. */
  readonly savedAt: string | null;
}

export type RivalGroup = ImportReply['rivals'][number];

export interface Rivals {
  /** Whether this form is the one to take; called once a form, in the order in which they come. */
  stands(form: SentForm): boolean;
  /** The place of the file that stands for the unit of this form. */
  standingPlace(whose: Whose): string | null;
  /** Units of which more than one form came. */
  groups(): readonly RivalGroup[];
}

const keyOf = ({ dossierId, period, unitId }: Whose): string => rivalKey({ dossierId, period, unit: unitId });

/** `chosen`: the sha256 that a person chose, by `rivalKey`. */
export function createRivals(chosen: ReadonlyMap<string, string>): Rivals {
  const forms = new Map<string, { readonly all: SentForm[]; standing: SentForm | null }>();
  return {
    stands(form) {
      const key = keyOf(form.whose);
      const known = forms.get(key);
      const choice = chosen.get(key);
      if (!known) {
        const takes = choice === undefined || choice === form.sha256;
        forms.set(key, { all: [form], standing: takes ? form : null });
        return takes;
      }
      known.all.push(form);
      const takes =
        choice === undefined
          ? known.standing === null || !isOlder(form, known.standing)
          : form.sha256 === choice;
      if (takes) known.standing = form;
      return takes;
    },
    standingPlace: (whose) => forms.get(keyOf(whose))?.standing?.file.place ?? null,
    groups: () =>
      [...forms.values()].flatMap(({ all, standing }) =>
        all.length < 2 || standing === null ? [] : [groupOf(all, standing)],
      ),
  };
}

/** By the workbook's own time; where one does not say it or both say the same, by the file's. Unknown: not older. */
function isOlder(form: SentForm, other: SentForm): boolean {
  const [a, b] = [timeValue(form.savedAt), timeValue(other.savedAt)];
  if (a !== null && b !== null && a !== b) return a < b;
  const [c, d] = [timeValue(form.file.modifiedAt), timeValue(other.file.modifiedAt)];
  return c !== null && d !== null && c < d;
}

function timeValue(at: string | null | undefined): number | null {
  if (at === null || at === undefined) return null;
  const value = Date.parse(at);
  return Number.isNaN(value) ? null : value;
}

function groupOf(all: readonly SentForm[], standing: SentForm): RivalGroup {
  const codes = [...new Set(all.flatMap(({ values }) => Object.keys(values)))]
    .filter((code) => new Set(all.map(({ values }) => values[code])).size > 1)
    .sort();
  const { dossierId, unitId: unit, unitName, period } = standing.whose;
  return {
    dossierId,
    unit,
    unitName,
    period,
    stands: standing.sha256,
    files: all.map(({ file, sha256, savedAt, values, nil, taken }) => ({
      file: file.place,
      sha256,
      savedAt: savedAt ?? file.modifiedAt ?? null,
      nil,
      taken,
      figures: codes.map((code) => ({ indicator: code, value: values[code] ?? null })),
    })),
  };
}

const FIGURES_SHOWN = 4;

/** "“bao cao.xlsx” (lưu 10/09/2026 08:00: HN01 = 55)" */
function fileWords({ file, savedAt, nil, figures }: RivalGroup['files'][number]): string {
  const at =
    savedAt === null
      ? 'không rõ lúc lưu'
      : `lưu ${formatDate(dateOfInstant(savedAt))} ${timeOfInstant(savedAt)}`;
  const shown = figures
    .slice(0, FIGURES_SHOWN)
    .map(({ indicator, value }) => `${indicator} = ${value === null ? 'trống' : formatNumber(value, 2)}`);
  const more = figures.length > FIGURES_SHOWN ? [`và ${figures.length - FIGURES_SHOWN} chỉ tiêu khác`] : [];
  const what = nil ? 'không phát sinh' : [...shown, ...more].join(', ');
  return `“${file}” (${at}${what === '' ? '' : `: ${what}`})`;
}

/** Which file has which figures, and which of them stands. */
export function rivalWords(group: RivalGroup): string {
  const standing = group.files.find(({ sha256 }) => sha256 === group.stands);
  return `“${group.unitName}” có ${group.files.length} tệp khác nhau cho ${periodName(group.period)}: ${group.files.map(fileWords).join('; ')}. Số liệu đang đứng là của tệp “${standing?.file ?? ''}”; hãy kiểm tra.`;
}
