/** Questions about conferences: the list of a dossier, one whole, what was held in a period. */
import { momentParts } from '../../date/moment';
import { addAttendances, attendanceOf, coverageOf, isAttended } from '../../domain/conference/coverage';
import type { ConferenceDefaults } from '../../domain/conference/model';
import { invitedBodies, seatsOf } from '../../domain/conference/participants';
import { conferenceQuestions } from '../../domain/conference/questions';
import {
  conferenceState,
  invitationStanding,
  isOutdated,
  nextStep,
  openChecklist,
  recordOf,
  type ConferenceItem,
} from '../../domain/conference/state';
import type { DirectoryEntry } from '../../domain/office/model';
import { PLAN_ID } from '../../domain/plan/model';
import { owedParts } from '../../domain/report/parts';
import { coveredInterval, type Interval } from '../../domain/report/periods';
import { notScheduled } from '../../domain/report/schedule-commands';
import type { View } from '../../records';
import { ok } from '../../result';
import type { ConferenceRow } from '../../rpc/contract/conference';
import type { DossierTables } from '../../schema/aggregates';
import { loadDossier, loadOffice, nowOf, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import type { Handler } from '../handlers';
import { signerChoices } from '../report/printed-signer';
import { conferenceDefaultsOf } from './defaults';
import { attendanceRows, bookedConferences, datedChecklist, expansionDay, loadConference } from './sources';

const NO_SIGNER = { authority: null, onBehalf: null, position: null, name: null };

/** domain.md §5. */
const USUAL_CUT_OFF_DAY = 14;

interface RowContext {
  readonly dossierId: string;
  readonly view: View<DossierTables>;
  readonly entries: readonly DirectoryEntry[];
  readonly defaults: ConferenceDefaults;
  readonly today: string;
}

/** The conferences of the plan: those with a day by day, then those without, in the plan's order. */
function itemsOf(view: View<DossierTables>): readonly ConferenceItem[] {
  return view
    .list('items')
    .flatMap((item) => (item.kind === 'conference' && !item.dropped ? [item] : []))
    .sort((a, b) => {
      const [left, right] = [a.start ?? '9', b.start ?? '9'];
      return left < right ? -1 : left > right ? 1 : a.order - b.order;
    });
}

function rowOf(item: ConferenceItem, context: RowContext): ConferenceRow {
  const { view, entries, defaults, today } = context;
  const record = recordOf(view, item.id);
  const { bodies } = invitedBodies(record.participants, entries, expansionDay(item, today));
  const attendance = record.attendance ? attendanceOf(record.attendance.rows) : null;
  const { day, time } = momentParts(item.start);
  const waits = { ...record, checklist: record.checklist ?? null };
  const invitation = invitationStanding(item, record, (id) => view.get('documents', id));
  const step = nextStep(item, waits, today, invitation);
  return {
    dossierId: context.dossierId,
    id: item.id,
    name: item.name,
    day,
    time,
    endTime: record.endTime,
    period: item.period,
    mode: item.mode,
    place: record.place,
    organizer: item.organizer ?? '',
    chair: record.chair,
    state: conferenceState(record, invitation),
    // A list that nobody has touched is open too.
    step: step === 'hold' && openChecklist(item, record, defaults).length > 0 ? 'prepare' : step,
    bodies: bodies.length,
    seats: seatsOf(bodies).seats,
    attendance,
    attended: isAttended(record),
    untracked: record.untracked,
    coverage: attendance ? coverageOf(attendance) : { onTold: null, onInvited: null },
  };
}

export function listConferences(app: App): Handler<'conference.list'> {
  return async ({ dossierId }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const dossier = await loadDossier(app, dossierId);
    if (!dossier.ok) return dossier;
    const defaults = await conferenceDefaultsOf(app);
    if (!defaults.ok) return defaults;
    const context: RowContext = {
      dossierId,
      view: dossier.value.view,
      entries: office.value.entries,
      defaults: defaults.value,
      today: nowOf(app).today,
    };
    return ok(itemsOf(dossier.value.view).map((item) => rowOf(item, context)));
  };
}

export function getConference(app: App): Handler<'conference.get'> {
  return async ({ dossierId, id }) => {
    const loaded = await loadConference(app, dossierId, id);
    if (!loaded.ok) return loaded;
    const { office, dossier, defaults, item, record, invited, problems } = loaded.value;
    const { view, revision } = dossier;
    const row = rowOf(item, {
      dossierId,
      view,
      entries: office.entries,
      defaults,
      today: nowOf(app).today,
    });
    const signing = signerChoices(office, view.get('plan', PLAN_ID) ?? { signer: NO_SIGNER });
    const numbers = createNumberReader(app);
    const sent = new Set(view.list('dispatches').map(({ documentId }) => documentId));
    const invitations = await Promise.all(
      record.invitations.map(async (invitation) => {
        const document = view.get('documents', invitation.documentId);
        return {
          ...invitation,
          title: document?.title ?? 'Văn bản không còn trong hồ sơ',
          numberText: document ? await numbers.textOf(document) : null,
          sent: sent.has(invitation.documentId),
          outdated: isOutdated(invitation, item),
        };
      }),
    );
    const questions = conferenceQuestions({
      item,
      own: { ...row, title: row.name, halted: record.halted !== null },
      others: await bookedConferences(app),
      holidays: office.loaded.view.list('holidays'),
      hasPoints: record.points.length > 0,
      mode: item.mode,
    });
    return ok({
      ...row,
      revision,
      item,
      record,
      checklist: datedChecklist(loaded.value),
      invited: [...invited],
      attendanceRows: attendanceRows(record, invited),
      // Once it was held or called off, there is nothing left to ask about its day.
      questions: row.state === 'planned' || row.state === 'invited' ? [...questions] : [],
      problems: [...problems],
      invitations,
      minutesName:
        record.minutes?.file == null ? null : (view.get('files', record.minutes.file)?.name ?? null),
      closed: view.list('archive').length > 0,
      signing: { ...signing, options: [...signing.options] },
    });
  };
}

/** Conferences of the range whose attendance was told and that were not called off. */
function heldBetween(view: View<DossierTables>, { from, to }: Interval) {
  return itemsOf(view).flatMap((item) => {
    const record = recordOf(view, item.id);
    const { day } = momentParts(item.start);
    if (day === null || day < from || day > to || record.halted || record.attendance === null) return [];
    const attendance = attendanceOf(record.attendance.rows);
    return [{ id: item.id, name: item.name, day, attendance, coverage: coverageOf(attendance) }];
  });
}

/** Days of the owed periods that feed the period; without them the days that such a period usually covers. */
function daysOf(view: View<DossierTables>, period: string, cutOffDay: number): Interval | null {
  const parts = owedParts(period, view.list('periods')).flatMap((id) => view.get('periods', id) ?? []);
  const [first] = parts.map(({ from }) => from).sort();
  const last = parts
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return first !== undefined && last !== undefined
    ? { from: first, to: last }
    : coveredInterval(period, cutOffDay);
}

export function conferenceCoverage(app: App): Handler<'conference.coverage'> {
  return async ({ dossierId, period }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const dossier = await loadDossier(app, dossierId);
    if (!dossier.ok) return dossier;
    const { view } = dossier.value;
    const cutOffDay = office.value.loaded.view.get('defaults', 'report')?.cutOffDay ?? USUAL_CUT_OFF_DAY;
    const days = daysOf(view, period, cutOffDay);
    if (days === null) return notScheduled(period);
    const held = heldBetween(view, days);
    const total = addAttendances(held.map(({ attendance }) => attendance));
    return ok({ ...days, held, total, coverage: coverageOf(total) });
  };
}
