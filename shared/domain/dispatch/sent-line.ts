/** What the book says of sending: a copy of the document's deliveries, over all the times that it was sent. */
import type { Delivery, RegisterEntry, SendingField } from './model';

/** A person's own words stand, of the paper or corrected here, whatever is sent after them. */
function stands({ byPerson = [] }: RegisterEntry, field: SendingField): boolean {
  return byPerson.includes(field);
}

/** Nơi nhận and Số lượng bản of the line, by everything that was sent of its document. */
export function sentLine(entry: RegisterEntry, deliveries: readonly Pick<Delivery, 'via'>[]): RegisterEntry {
  const lines = [...new Set(deliveries.map(({ via }) => via))].join('; ');
  return {
    ...entry,
    recipients: stands(entry, 'recipients') || lines === '' ? entry.recipients : lines,
    copies: stands(entry, 'copies') ? entry.copies : deliveries.length,
  };
}

/** The line once every sending of its document was taken back. */
export function unsentLine(entry: RegisterEntry): RegisterEntry {
  return {
    ...entry,
    sentOn: stands(entry, 'sentOn') ? entry.sentOn : null,
    copies: stands(entry, 'copies') ? entry.copies : null,
    wentOut: true,
  };
}
