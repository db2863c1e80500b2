/** What the book says of sending: a copy of the document's deliveries, over all the times that it was sent. */
import { CORRECTED_FIELDS } from './register-words';
import type { Delivery, RegisterEntry } from './model';

/** A person's own words stand, whatever is sent after them. */
function wasCorrected({ trace = [] }: RegisterEntry, field: 'recipients' | 'copies'): boolean {
  return trace.some(({ what }) => what.startsWith('Sửa ') && what.includes(`${CORRECTED_FIELDS[field]}: “`));
}

/** Nơi nhận and Số lượng bản of the line, by everything that was sent of its document. */
export function sentLine(entry: RegisterEntry, deliveries: readonly Pick<Delivery, 'via'>[]): RegisterEntry {
  const lines = [...new Set(deliveries.map(({ via }) => via))].join('; ');
  return {
    ...entry,
    recipients: wasCorrected(entry, 'recipients') || lines === '' ? entry.recipients : lines,
    copies: wasCorrected(entry, 'copies') ? entry.copies : deliveries.length,
  };
}
