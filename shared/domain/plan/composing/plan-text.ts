/** A plan's text, written from its parts: clean lines, one paragraph each, in printed order. */
import { pad2, partsOf, type PlainDate } from '../../../date/plain-date';
import { toNfc } from '../../../text/normalize';
import type { System } from '../../office/model';

export interface PlanTextParts {
  readonly system: System;
  readonly parentBody: string | null;
  readonly issuingBody: string;
  /** "Số -KH/ĐU": as the office's rules print it, blank before registration. */
  readonly numberLine: string;
  readonly place: string;
  /** null: day and month are left blank, the year is said. */
  readonly date: PlainDate | null;
  readonly year: number;
  /** "KẾ HOẠCH" */
  readonly kind: string;
  readonly title: string;
  readonly opening: readonly string[];
  /** Headings and paragraphs of all sections, with their numbers. */
  readonly body: readonly string[];
  readonly closing: readonly string[];
  readonly recipients: readonly { readonly name: string; readonly purpose: string | null }[];
  readonly archive: readonly string[];
  readonly signer: {
    readonly authority: string | null;
    readonly onBehalf: string | null;
    readonly position: string | null;
    readonly name: string | null;
  };
}

function dateLine(place: string, date: PlainDate | null, year: number): string {
  if (date === null) return `${place}, ngày … tháng … năm ${year}`;
  const parts = partsOf(date);
  return `${place}, ngày ${pad2(parts.day)} tháng ${pad2(parts.month)} năm ${parts.year}`;
}

function letterhead(parts: PlanTextParts): readonly (string | null)[] {
  const motto =
    parts.system === 'party'
      ? ['ĐẢNG CỘNG SẢN VIỆT NAM']
      : ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
  return [
    parts.parentBody,
    parts.issuingBody,
    parts.system === 'party' ? '*' : null,
    parts.numberLine,
    ...motto,
    dateLine(parts.place, parts.date, parts.year),
  ];
}

function recipientLines(parts: PlanTextParts): readonly string[] {
  const state = parts.system === 'state';
  const mark = state ? ';' : ',';
  const list = parts.recipients.map(
    ({ name, purpose }) => `- ${name}${purpose === null ? '' : ` (${purpose})`}${mark}`,
  );
  const archive =
    parts.archive.length === 0 ? [] : [`- Lưu${state ? ':' : ''} ${parts.archive.join(', ')}.`];
  return list.length + archive.length === 0 ? [] : ['Nơi nhận:', ...list, ...archive];
}

/**
 * Rules: letterhead of domain.md §1–2; the title on one line; Nơi nhận with the system's marks, then the signature.
 * Reading the text as whole lines gives the parts again (tests/property/plan-text.test.ts).
 */
export function planText(parts: PlanTextParts): string {
  const { authority, onBehalf, position, name } = parts.signer;
  const lines = [
    ...letterhead(parts),
    parts.kind,
    parts.title,
    '-----',
    ...parts.opening,
    ...parts.body,
    ...parts.closing,
    ...recipientLines(parts),
    authority,
    onBehalf,
    position,
    name,
  ];
  return lines
    .flatMap((line) => (line === null ? [] : toNfc(line).split('\n')))
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
