/** Sections moved, added and taken out: edits of the plan's text, with the numbers of their row kept in order. */
import { fail, ok, type Result } from '../../../result';
import { toNfc } from '../../../text/normalize';
import { isCapitals } from '../reading/labels';
import { ordinalOf, relabelled } from './numbering';
import { flatSections, partText, placesOf, type PlanPlaces, type SectionPlace } from './outline';
import type { TextEdit } from './text-edits';

export type SectionChange =
  | { readonly kind: 'moveSection'; readonly key: string; readonly by: -1 | 1 }
  | { readonly kind: 'removeSection'; readonly key: string }
  /** After the section `key` on its level, or (`under`) as the last one inside it; null: after the last section. */
  | {
      readonly kind: 'addSection';
      readonly key: string | null;
      readonly under: boolean;
      readonly title: string;
    };

const GONE = 'Phần này không còn trong nội dung kế hoạch; hãy tải lại trang.';

interface Row {
  readonly siblings: readonly SectionPlace[];
  readonly index: number;
}

function rowOf(places: PlanPlaces, key: string): Row | null {
  const above = key.split('.').slice(0, -1).join('.');
  const siblings =
    above === ''
      ? places.sections
      : flatSections(places.sections).find((section) => section.key === above)?.children;
  const index = siblings?.findIndex((section) => section.key === key) ?? -1;
  return siblings && index >= 0 ? { siblings, index } : null;
}

/** The edits of a change; refused in words where it makes no sense. */
export function sectionEdits(text: string, change: SectionChange): Result<readonly TextEdit[]> {
  const places = placesOf(text);
  if (change.kind === 'addSection') return added(text, places, change);
  const row = rowOf(places, change.key);
  if (!row) return fail('NOT_FOUND', GONE);
  return change.kind === 'moveSection' ? moved(text, row, change.by) : removed(text, row);
}

/** The printed label at the head of a section, with the space behind it. */
const printedLabel = (text: string, section: SectionPlace): string =>
  text.slice(section.start, section.start + (section.label?.length ?? 0));

function moved(text: string, { siblings, index }: Row, by: -1 | 1): Result<readonly TextEdit[]> {
  const [first, second] =
    by < 0 ? [siblings[index - 1], siblings[index]] : [siblings[index], siblings[index + 1]];
  if (!first || !second)
    return fail('BAD_REQUEST', by < 0 ? 'Phần này đã ở đầu rồi.' : 'Phần này đã ở cuối rồi.');
  if (!first.label || !second.label)
    return fail('BAD_REQUEST', 'Đoạn không có số thứ tự thì sửa vị trí trong phần chữ.');
  // The labels stay where they are: the texts change places.
  const upper = printedLabel(text, first) + partText(text, second).slice(second.label.length);
  const lower = printedLabel(text, second) + partText(text, first).slice(first.label.length);
  const tail = text.slice(first.start, second.end).endsWith('\n') ? '\n' : '';
  return ok([{ start: first.start, end: second.end, text: `${upper}\n${lower}${tail}` }]);
}

function removed(text: string, { siblings, index }: Row): Result<readonly TextEdit[]> {
  const section = siblings[index];
  if (!section) return fail('NOT_FOUND', GONE);
  return ok([
    { start: section.start, end: section.end, text: '' },
    ...following(text, siblings.slice(index + 1), section, -1),
  ]);
}

/** The labels of sections that go on a row from `before` on, each one place further or nearer. */
function following(
  text: string,
  rest: readonly SectionPlace[],
  before: SectionPlace,
  by: number,
): readonly TextEdit[] {
  let last = before.label ? ordinalOf(before.label) : null;
  const edits: TextEdit[] = [];
  for (const section of rest) {
    const value = section.label ? ordinalOf(section.label) : null;
    if (!section.label || value === null || last === null || value !== last + 1) break;
    last = value;
    const printed = printedLabel(text, section);
    const next = relabelled(printed, section.label, value + by);
    if (next !== printed)
      edits.push({ start: section.start, end: section.start + printed.length, text: next });
  }
  return edits;
}

/** A number that was typed before the title: the new part gets its own. */
const TYPED_LABEL = /^(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|\p{L})\s*[.)]\s+(?=\p{L})/u;

function added(
  text: string,
  places: PlanPlaces,
  change: Extract<SectionChange, { kind: 'addSection' }>,
): Result<readonly TextEdit[]> {
  const title = toNfc(change.title).replace(/\s+/gu, ' ').trim().replace(TYPED_LABEL, '');
  if (!/\p{L}/u.test(title))
    return fail('BAD_REQUEST', 'Chưa ghi tên phần mới.', { fieldErrors: { title: 'Ghi tên phần.' } });
  const known =
    change.key === null ? null : flatSections(places.sections).find(({ key }) => key === change.key);
  if (known === undefined) return fail('NOT_FOUND', GONE);
  if (known && change.under) return ok([under(text, known, title)]);
  const last = known ?? places.sections.at(-1) ?? null;
  if (!last?.label) {
    const at = places.closingStart;
    return ok([insertLine(text, at, `I. ${title.toUpperCase()}`)]);
  }
  const row = rowOf(places, last.key);
  const value = ordinalOf(last.label);
  const label =
    value === null ? printedLabel(text, last) : relabelled(printedLabel(text, last), last.label, value + 1);
  const words = isCapitals(last.title) ? title.toUpperCase() : title;
  return ok([
    insertLine(text, last.end, label + words),
    ...following(text, row?.siblings.slice(row.index + 1) ?? [], last, 1),
  ]);
}

function under(text: string, section: SectionPlace, title: string): TextEdit {
  const last = section.children.at(-1);
  const value = last?.label ? ordinalOf(last.label) : null;
  if (last?.label && value !== null)
    return insertLine(text, section.end, relabelled(printedLabel(text, last), last.label, value + 1) + title);
  const label =
    section.label?.kind === 'arabic' && section.depth > 0
      ? 'a) '
      : section.depth === 0 && section.label?.kind === 'arabic'
        ? `${section.label.text}.1. `
        : section.label?.kind === 'roman' || section.label?.kind === 'capital'
          ? '1. '
          : '- ';
  return insertLine(text, section.end, label + title);
}

/** A whole line put in at the start of a line, or at the text's end. */
export function insertLine(text: string, at: number, line: string): TextEdit {
  if (at >= text.length) return { start: text.length, end: text.length, text: `\n${line}` };
  return { start: at, end: at, text: `${line}\n` };
}
