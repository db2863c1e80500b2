/** The two books. Of a line there is its number, subject and with whom it was: notes stay with the line. */
import { formatDate } from '../../../date/plain-date';
import type { Entry } from '../entry';
import type { SearchedView } from '../policy';

export function* registerSource(view: SearchedView<'register'>, seriesId: string): Generator<Entry> {
  let title = seriesId;
  for (const series of view.records('series')) title = series.title;
  for (const entry of view.records('entries'))
    yield {
      kind: 'register',
      id: `${seriesId}|${entry.id}`,
      dossierId: entry.dossierId,
      title: [`${entry.numberText} ngày ${formatDate(entry.date)}`, entry.subject]
        .filter((part) => part !== '')
        .join(' – '),
      where: `Sổ văn bản đi: ${title}${entry.kind === 'void' ? ' (đã hủy)' : ''}`,
      text: entry.recipients,
      numbers: [entry.numberText],
      year: entry.date.slice(0, 4),
      closed: null,
    };
}

export function* incomingSource(view: SearchedView<'incoming'>): Generator<Entry> {
  for (const entry of view.records('entries'))
    yield {
      kind: 'incoming',
      id: entry.id,
      dossierId: null,
      title: [entry.numberText, entry.subject].filter((part) => part !== '').join(' – '),
      where: `Sổ văn bản đến: số đến ${entry.number} năm ${entry.year}${entry.voided ? ' (đã hủy)' : ''}`,
      text: [entry.documentKind, entry.issuer, entry.handler].filter((part) => part !== '').join(' · '),
      numbers: [entry.numberText],
      year: String(entry.year),
      closed: null,
      late: true,
    };
}
