/** The law of reading: every word of a text stands in the parse once, the body's in order. */
import type { ParsedPlan, ParsedSection } from '../../../shared/domain/plan/parsed';
import type { PlanReading } from '../../../shared/domain/plan/reading/read-plan';

/** Words of letters; numbers of headings and bullets are no words. A motto or a “để” glued to what follows is apart from it. */
export function words(text: string): string[] {
  return (
    text
      .replace(
        /(?<=VIỆT NAM)(?=\p{L})|(?<=\p{L})(?=CỘNG HÒA XÃ|ĐẢNG CỘNG SẢN|Độc lập)|(?<=(?<!\p{L})để)(?=\p{L})/gu,
        ' ',
      )
      .match(/\p{L}{2,}/gu) ?? []
  ).filter((word) => !/^[IVXL]+$/.test(word));
}

function sectionText(section: ParsedSection): string {
  return [section.title, ...section.paragraphs, ...section.children.map(sectionText)].join(' ');
}

function bodyText(plan: ParsedPlan): string {
  return [plan.title ?? '', ...plan.opening, ...plan.sections.map(sectionText), ...plan.closing].join(' ');
}

/** Words that only frame what stands in fields. */
const FRAME = words(
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc ĐẢNG CỘNG SẢN VIỆT NAM ĐOÀN TNCS HỒ CHÍ MINH Số Nơi nhận NƠI NHẬN Lưu ngày tháng năm ký đã',
).map((word) => word.toLowerCase());

function frameText(plan: ParsedPlan): string {
  const { header, signer } = plan;
  return [
    plan.kind,
    header.parentBody,
    header.issuingBody,
    header.numberText,
    header.place,
    header.dateText,
    ...plan.recipients.flatMap(({ name, purpose }) => [name, purpose]),
    ...plan.archive,
    signer.authority,
    signer.onBehalf,
    signer.position,
    signer.name,
    ...plan.unclassified,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** What a reading did not keep: nothing, its lost words, or word that the body stands out of order. */
export function faultOf({ plan, text }: PlanReading): string | null {
  const all = words(text);
  const body = words(bodyText(plan));
  const at = startOf(all, body);
  if (at < 0) return `the body's words do not stand in the source in order: ${body.slice(0, 12).join(' ')}`;
  const kept = new Map<string, number>();
  for (const word of words(frameText(plan))) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lost = [...all.slice(0, at), ...all.slice(at + body.length)].filter((word) => {
    const count = kept.get(word) ?? 0;
    if (count > 0) kept.set(word, count - 1);
    return count === 0 && !FRAME.includes(word.toLowerCase());
  });
  return lost.length === 0 ? null : `lost: ${lost.slice(0, 12).join(' ')}`;
}

function startOf(all: readonly string[], body: readonly string[]): number {
  for (let start = 0; start + body.length <= all.length; start++)
    if (body.every((word, index) => all[start + index] === word)) return start;
  return -1;
}
