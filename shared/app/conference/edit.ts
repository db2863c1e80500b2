/** Commands on a conference, each one commit into its dossier. */
import {
  attachMaterial,
  haltConference,
  markInvited,
  recordAttendance,
  recordMinutes,
  resumeConference,
  saveConference,
  scheduleConference,
  trackConference,
} from '../../domain/conference/commands';
import { attendanceOf, coverageOf } from '../../domain/conference/coverage';
import type { ConferenceRecord } from '../../domain/conference/model';
import { fail, ok, type Result } from '../../result';
import { changeDossier, loadEntries, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { storeTicket } from '../obligation/keep';

const nothing = (result: Result<unknown>): Result<null> => (result.ok ? ok(null) : result);

export function saveConferenceParts(app: App): Handler<'conference.save'> {
  return async ({ dossierId, id, item, parts }, context) => {
    const entries = await loadEntries(app);
    if (!entries.ok) return entries;
    const names = new Map(entries.value.map((entry) => [entry.id, entry.name]));
    const unknown = parts.participants?.find(({ entryId }) => entryId !== null && !names.has(entryId));
    if (unknown)
      return fail(
        'BAD_REQUEST',
        'Có thành phần không còn trong danh mục; hãy chọn lại đơn vị hoặc ghi bằng lời.',
        { fieldErrors: { participants: 'Chọn lại đơn vị.' } },
      );
    const participants = parts.participants?.map((line) => ({
      ...line,
      name: line.entryId === null ? '' : (names.get(line.entryId) ?? ''),
    }));
    return revisionOf(
      await changeDossier(app, context, dossierId, 'conference.save', (draft) =>
        nothing(
          saveConference(draft, {
            id,
            item: defined(item),
            parts: defined({ ...parts, participants }),
          }),
        ),
      ),
    );
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What was named: an absent field is not the same as an empty one. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

export function setConferenceDay(app: App): Handler<'conference.schedule'> {
  return async ({ dossierId, ...command }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'conference.schedule', (draft) =>
        nothing(scheduleConference(draft, command, { ...nowOf(app), by: context.by })),
      ),
    );
}

export function haltOneConference(app: App): Handler<'conference.halt'> {
  return async ({ dossierId, ...command }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'conference.halt', (draft) =>
        nothing(haltConference(draft, command, nowOf(app).now)),
      ),
    );
}

export function resumeOneConference(app: App): Handler<'conference.resume'> {
  return async ({ dossierId, id }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'conference.resume', (draft) =>
        nothing(resumeConference(draft, id)),
      ),
    );
}

export function trackOneConference(app: App): Handler<'conference.track'> {
  return async ({ dossierId, ...command }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'conference.track', (draft) =>
        trackConference(draft, command, nowOf(app).today),
      ),
    );
}

export function markConferenceInvited(app: App): Handler<'conference.markInvited'> {
  return async ({ dossierId, ...command }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'conference.markInvited', (draft) =>
        markInvited(draft, command, nowOf(app).today),
      ),
    );
}

export function attendConference(app: App): Handler<'conference.attend'> {
  return async ({ dossierId, ...command }, context) => {
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'conference.attend',
      (draft): Result<ConferenceRecord> => recordAttendance(draft, command, nowOf(app)),
    );
    if (!done.ok) return done;
    const attendance = attendanceOf(done.value.reply.attendance?.rows ?? []);
    return ok({ revision: done.value.revision, attendance, coverage: coverageOf(attendance) });
  };
}

export function keepMinutes(app: App): Handler<'conference.minutes'> {
  return async ({ dossierId, id, ticket, numberText, date }, context) => {
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'conference.minutes', (draft) => {
        file.value?.note(draft);
        return recordMinutes(draft, { id, file: file.value?.sha256 ?? null, numberText, date }, nowOf(app));
      }),
    );
  };
}

export function keepMaterial(app: App): Handler<'conference.attachMaterial'> {
  return async ({ dossierId, id, materialId, ticket }, context) => {
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    const kept = file.value;
    if (kept === null) return fail('BAD_REQUEST', 'Chưa chọn tệp nào.');
    return revisionOf(
      await changeDossier(app, context, dossierId, 'conference.attachMaterial', (draft) => {
        kept.note(draft);
        return attachMaterial(draft, { id, materialId, file: kept.sha256 });
      }),
    );
  };
}
