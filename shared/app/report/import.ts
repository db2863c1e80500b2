/**
 * Taking returned forms in: every file is one commit or nothing, and one file's faults never stop the others. What
 * came, and what became of it, stands in the history of imports.
 */
import type { PlainDate } from '../../date/plain-date';
import { formatDate, isPlainDate } from '../../date/plain-date';
import { hourFault } from '../../domain/report/correct-receipt';
import { fail, ok, type Result } from '../../result';
import type { ImportReply } from '../../rpc/contract/report';
import { loadOffice, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { openIntake, type IntakeFile } from './intake-files';
import { beginLog, type IntakeLog } from './intake-log';
import { readAhead } from './read-ahead';
import { askedPeriods, type AskedPeriod } from './read-identity';
import { rivalKey } from '../../domain/report/rival-key';
import { createRivals, rivalWords, type RivalGroup } from './rivals';
import { wholeFileFault } from './intake-faults';
import type { FileOutcome, Run } from './intake-run';
import { readIntakeFile } from './read-intake-file';
import { takeIn } from './take-in';

export function importReports(app: App): Handler<'report.import'> {
  return async (input, context) => {
    const { dryRun, receivedOn, continues } = input;
    const day = checkedDay(receivedOn, nowOf(app).today);
    if (!day.ok) return day;
    const hour = hourFault(receivedOn ?? nowOf(app).today, input.receivedTime ?? null, nowOf(app).now);
    if (hour) return hour;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const intake = await openIntake(app, input.tickets, input.items);
    if (!intake.ok) return intake;
    const { files, refused } = intake.value;

    let log: IntakeLog | null = null;
    if (!dryRun) {
      const begun = await beginLog(app, context, [...files, ...refused.map(({ entry }) => entry)], {
        receivedOn,
        continues,
      });
      if (!begun.ok) return begun;
      log = begun.value;
    }
    const batchId = log?.batchId ?? null;
    // Named as under way for as long as this call lasts: whoever looks at the batch sees that it runs.
    const progress = batchId === null ? context.progress : app.jobs.start(batchId, context.progress);
    try {
      const asked = once(() => askedPeriods(app));
      const run: Run = {
        app,
        context,
        dryRun,
        receivedOn,
        receivedTime: input.receivedTime,
        office: office.value,
        asked,
        confirmed: new Map(input.confirmed.map((one) => [one.sha256, one])),
        rivals: createRivals(new Map(input.chosen.map((one) => [rivalKey(one), one.sha256]))),
      };
      const reply = emptyReply(batchId);
      const todo = files.filter((file) => log?.isDone(file) !== true);
      for (const { entry, code, message } of refused) {
        if (log?.isDone(entry) === true) continue;
        const outcome = refusedOutcome(entry, code, message);
        tell(reply, outcome);
        const noted = await log?.note(outcome);
        if (noted && !noted.ok) return noted;
      }
      const seen = new Map<string, FileOutcome>();
      let index = 0;
      for await (const read of readAhead(todo, (file) => readIntakeFile(app, file))) {
        if (progress.cancelled()) {
          reply.cancelled = true;
          break;
        }
        progress.report(index, todo.length, read.file.place);
        index += 1;
        const twin = read.sha256 === null ? undefined : seen.get(read.sha256);
        if (twin && read.sha256 !== null && twin.kind !== 'quarantined') {
          const { sha256, file } = read;
          const { unitId: unit, unitName, period } = twin.whose;
          reply.unchanged.push({ file: file.place, unit, unitName, period, sameAs: twin.file.place });
          const noted = await log?.note({ kind: 'duplicate', file, sha256, sameAs: twin.file.place });
          if (noted && !noted.ok) return noted;
          continue;
        }
        const outcome = await takeIn(run, read);
        if (outcome.sha256 !== null) seen.set(outcome.sha256, outcome);
        tell(reply, outcome);
        const noted = await log?.note(outcome);
        if (noted && !noted.ok) return noted;
      }
      tellRivals(reply, run.rivals.groups());
      reply.left = todo.length - index;
      const ended = await log?.end(reply.cancelled ? 'cancelled' : 'done');
      if (ended && !ended.ok) return ended;
      if (!reply.cancelled) progress.report(todo.length, todo.length, 'Đã nhận xong');
      return ok(reply);
    } finally {
      if (batchId !== null) app.jobs.end(batchId);
    }
  };
}

function checkedDay(receivedOn: string | null, today: PlainDate): Result<null> {
  if (receivedOn !== null && !isPlainDate(receivedOn))
    return fail('BAD_REQUEST', `Ngày nhận “${receivedOn}” không có thật.`, {
      fieldErrors: { receivedOn: 'Ngày không có thật.' },
    });
  if (receivedOn !== null && receivedOn > today)
    return fail(
      'BAD_REQUEST',
      `Ngày nhận ${formatDate(receivedOn)} còn ở phía trước; hôm nay là ${formatDate(today)}.`,
      { fieldErrors: { receivedOn: 'Không thể sau hôm nay.' } },
    );
  return ok(null);
}

function once(load: () => Promise<readonly AskedPeriod[]>): () => Promise<readonly AskedPeriod[]> {
  let loaded: Promise<readonly AskedPeriod[]> | null = null;
  return () => (loaded ??= load());
}

function emptyReply(batchId: string | null): ImportReply {
  return { accepted: [], unchanged: [], rivals: [], rejected: [], cancelled: false, batchId, left: 0 };
}

function refusedOutcome(file: IntakeFile, code: string, message: string): FileOutcome {
  return {
    file,
    sha256: null,
    kind: 'quarantined',
    whose: {},
    faults: [wholeFileFault(code, message)],
    proposals: [],
    keep: null,
  };
}

/** Into the reply: one row a unit and period, the one that stands. */
function tell(reply: ImportReply, outcome: FileOutcome): void {
  const { file, sha256 } = outcome;
  if (outcome.kind === 'quarantined') {
    const { faults, proposals, whose } = outcome;
    reply.rejected.push({
      file: file.place,
      unit: whose.unitName ?? null,
      errors: faults.map((fault) => ({ ...fault })),
      sha256,
      proposals: [...proposals],
    });
    return;
  }
  // What was left out is told by `rivals`.
  if (outcome.kind === 'set-aside') return;
  const { dossierId, unitId, unitName, period } = outcome.whose;
  if (outcome.kind === 'unchanged') {
    reply.unchanged.push({ file: file.place, unit: unitId, unitName, period, sameAs: null });
    return;
  }
  const before = reply.accepted.findIndex(
    (row) => row.dossierId === dossierId && row.period === period && row.unit === unitId,
  );
  const [replaced] = before < 0 ? [] : reply.accepted.splice(before, 1);
  // Its changes are told against what stood before this batch.
  reply.accepted.push(replaced?.first === true ? { ...outcome.row, first: true, changes: [] } : outcome.row);
}

/** Several forms of one unit: all of them are shown, and what stands is asked about. */
function tellRivals(reply: ImportReply, groups: readonly RivalGroup[]): void {
  for (const group of groups) {
    reply.rivals.push({ ...group, files: [...group.files] });
    reply.accepted
      .find(
        (row) => row.dossierId === group.dossierId && row.period === group.period && row.unit === group.unit,
      )
      ?.questions.push({ code: 'two-files', indicator: null, message: rivalWords(group) });
  }
}
