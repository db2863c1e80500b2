/** The text of a new plan from an older one's: chosen dates moved, number and day blank again. */
import { fail, ok, type Result } from '../../../result';
import { movedDates } from './moved-dates';
import { placesOf } from './outline';
import { applyEdits, orderedEdits, type TextEdit } from './text-edits';

/**
 * `dates` are those that a person confirmed, each exactly a date of the text (`movedDates`); all others stay. The
 * number and the letterhead's day are blank, its year is `year`.
 */
export function clonedText(text: string, dates: readonly TextEdit[], year: number): Result<string> {
  const ordered = orderedEdits(text.length, dates);
  const known = new Set(movedDates(text, 0, []).map(({ start, end }) => `${start}-${end}`));
  if (!ordered?.every(({ start, end }) => known.has(`${start}-${end}`)))
    return fail('BAD_REQUEST', 'Có chỗ đổi ngày không phải là ngày trong kế hoạch cũ; hãy xem lại danh sách ngày.');
  const cloned = applyEdits(text, ordered);
  const { openingStart, tailStart } = placesOf(cloned);
  const head = blanked(cloned.slice(0, openingStart), year);
  const tail = blankedDate(cloned.slice(tailStart), year);
  return ok(head + cloned.slice(openingStart, tailStart) + tail);
}

function blanked(head: string, year: number): string {
  return blankedDate(head, year)
    .split('\n')
    .map((line) => line.replace(/^(số\s*:?\s*)\d+(?=\s*[-–/])/iu, '$1'))
    .join('\n');
}

/** A line that is nothing but place and date: the day is not known yet. */
function blankedDate(part: string, year: number): string {
  return part
    .split('\n')
    .map((line) =>
      line.replace(
        /^(\p{Lu}[^,.;:]{1,40},\s*ngày)[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*$/u,
        (_, place: string) => `${place} … tháng … năm ${year}`,
      ),
    )
    .join('\n');
}
