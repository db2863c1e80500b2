/** What the use cases of a conference share: its item, its record, those it asks, what other dossiers hold. */
import { momentParts } from '../../date/moment';
import { addDays, type PlainDate } from '../../date/plain-date';
import type { AttendanceRow, ConferenceDefaults, ConferenceRecord } from '../../domain/conference/model';
import { conferenceItem, ownChecklist } from '../../domain/conference/commands';
import { bodyWords, invitedBodies, type InvitedBody } from '../../domain/conference/participants';
import type { BookedConference } from '../../domain/conference/questions';
import { recordOf, type ConferenceItem } from '../../domain/conference/state';
import type { Loaded } from '../../ports/store';
import { ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { loadDossier, loadOffice, nowOf, type App, type OfficeState } from '../application';
import { conferenceDefaultsOf } from './defaults';

export interface OneConference {
  readonly office: OfficeState;
  readonly dossier: Loaded<'dossier'>;
  readonly defaults: ConferenceDefaults;
  readonly item: ConferenceItem;
  readonly record: ConferenceRecord;
  readonly invited: readonly InvitedBody[];
  readonly problems: readonly string[];
}

/** The day on which those invited are counted: the conference's, else today. */
export function expansionDay(item: Pick<ConferenceItem, 'start'>, today: PlainDate): PlainDate {
  return momentParts(item.start).day ?? today;
}

export async function loadConference(
  app: App,
  dossierId: string,
  id: string,
): Promise<Result<OneConference>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const dossier = await loadDossier(app, dossierId);
  if (!dossier.ok) return dossier;
  const defaults = await conferenceDefaultsOf(app);
  if (!defaults.ok) return defaults;
  const item = conferenceItem(dossier.value.view, id);
  if (!item.ok) return item;
  const record = recordOf(dossier.value.view, id);
  const { bodies, problems } = invitedBodies(
    record.participants,
    office.value.entries,
    expansionDay(item.value, nowOf(app).today),
  );
  return ok({
    office: office.value,
    dossier: dossier.value,
    defaults: defaults.value,
    item: item.value,
    record,
    invited: bodies,
    problems,
  });
}

/** Rows to enter attendance in: what was told keeps its name and seats; bodies that came to the list since follow. */
export function attendanceRows(
  record: Pick<ConferenceRecord, 'attendance'>,
  invited: readonly InvitedBody[],
): AttendanceRow[] {
  const told = record.attendance?.rows ?? [];
  const known = new Map(told.map((row) => [row.key, row]));
  const fresh = invited
    .filter(({ key }) => !known.has(key))
    .map((body): AttendanceRow => ({
      key: body.key,
      name: bodyWords(body),
      invited: body.seats,
      present: null,
      excused: null,
      unexcused: null,
    }));
  return [...told, ...fresh];
}

/** Every conference that has a day, over all open dossiers. */
export async function bookedConferences(app: App): Promise<readonly BookedConference[]> {
  const booked: BookedConference[] = [];
  for (const { summary: raw } of await app.ports.store.list('dossier')) {
    const summary = readDossierSummary(raw);
    if (!summary) continue;
    for (const one of summary.conferences)
      if (one.day !== null)
        booked.push({ ...one, halted: one.state === 'postponed' || one.state === 'cancelled' });
  }
  return booked;
}

/** The list of preparations with the last day of each. */
export function datedChecklist({ item, record, defaults }: OneConference) {
  const { day } = momentParts(item.start);
  return ownChecklist(record, defaults).map((line) => ({
    ...line,
    lastDay: day === null ? null : addDays(day, -line.daysBefore),
  }));
}
