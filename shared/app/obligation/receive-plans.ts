/** Units' own plans coming in: whose a dropped file is (a proposal), and taking confirmed ones in. */
import { createMatcher } from '../../domain/office/match';
import { readPlan } from '../../domain/plan/reading/read-plan';
import type { SourceDocument } from '../../domain/plan/reading/source';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import type { PlanRequest } from '../../domain/report/obligation-model';
import { noRequest, receivePlan } from '../../domain/report/own-plan-commands';
import { createUnitFinder } from '../../domain/report/unit-named-in';
import { fail, ok, type Result } from '../../result';
import type { MatchedPlan } from '../../rpc/contract/obligation';
import { CANCELLED, changeDossier, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { ATTACHED_KINDS, takeFile, type TakenFile } from '../kept-files';
import { openIntake, type IntakeFile } from '../report/intake-files';
import { loadReporting, resolveUnit, type Reporting } from '../report/reporting';
import { storeFile, type StoredFile } from './keep';

/** Lines of a document in which its issuer is named. */
const FIRST_LINES = 14;

type Read = Pick<MatchedPlan, 'unit' | 'unitName' | 'readFrom' | 'numberText' | 'date' | 'doubt'>;

function firstLines(document: SourceDocument): string {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') lines.push(block.text);
    else
      for (const row of block.rows)
        lines.push(row.cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')).join(' '));
    if (lines.length >= FIRST_LINES) break;
  }
  return lines.slice(0, FIRST_LINES).join('\n');
}

/** Names units by the file's name first, as people give it on purpose; else by the document's letterhead. */
function createReader(reporting: Reporting, request: PlanRequest) {
  const { office } = reporting;
  const asked = expectedUnits(request, entryMap(office.entries));
  const finder = createUnitFinder(asked, office.profile.place);
  const matcher = createMatcher(asked, office.profile.place);
  const nameOf = (id: string): string => asked.find((unit) => unit.id === id)?.name ?? id;
  return (fileName: string, document: SourceDocument | null): Read => {
    const header = document === null ? null : readPlan(document).plan.header;
    const issuer = header?.issuingBody ?? '';
    const byName = finder.find(fileName.replace(/\.[^.]*$/u, ''));
    const byIssuer = issuer === '' ? [] : matcher.one(issuer).entryIds;
    const byPage =
      byIssuer.length > 0 ? byIssuer : document === null ? [] : finder.find(firstLines(document));
    const ids = byName.length > 0 ? byName : byPage;
    const [unit] = ids;
    const certain = ids.length === 1 && unit !== undefined;
    const disagree = certain && byPage.length === 1 && byPage[0] !== unit;
    const known = {
      numberText: header?.number == null ? '' : (header.numberText ?? ''),
      date: header?.date ?? null,
    };
    if (!certain)
      return {
        ...known,
        unit: null,
        unitName: '',
        readFrom: null,
        doubt:
          ids.length > 1
            ? `Có thể là của ${ids.map((id) => `“${nameOf(id)}”`).join(' hoặc ')}; hãy chọn.`
            : 'Không thấy tên đơn vị nào trong tên tệp và trang đầu; hãy chọn đơn vị.',
      };
    return {
      ...known,
      unit,
      unitName: nameOf(unit),
      readFrom: byName.length > 0 ? 'file-name' : 'first-page',
      doubt: disagree
        ? `Tên tệp ghi “${nameOf(unit)}” nhưng trang đầu ghi “${nameOf(byPage[0] ?? '')}”; hãy xem lại.`
        : '',
    };
  };
}

export function matchOwnPlans(app: App): Handler<'ownPlan.match'> {
  return async ({ dossierId, request: requestId, tickets }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const request = reporting.value.dossier.view.get('planRequests', requestId);
    if (!request) return noRequest();
    const read = createReader(reporting.value, request);
    const files: MatchedPlan[] = [];
    const seen = new Map<string, string>();
    for (const ticket of tickets) {
      const opened = await openIntake(app, [ticket]);
      if (!opened.ok) return opened;
      for (const { entry, message } of opened.value.refused)
        files.push({ ...nothingRead(ticket, entry.place, entry.place), refused: message });
      for (const [index, file] of opened.value.files.entries()) {
        if (context.progress.cancelled())
          return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
        context.progress.report(index, opened.value.files.length, file.name);
        const matched = await matchFile(app, ticket, file, read);
        const twin = matched.unit === null ? undefined : seen.get(matched.unit);
        if (matched.unit !== null) seen.set(matched.unit, twin ?? file.name);
        files.push(
          twin === undefined || matched.refused !== null
            ? matched
            : { ...matched, doubt: `Tệp “${twin}” cũng là của đơn vị này; mỗi đơn vị chỉ nhận một tệp.` },
        );
      }
    }
    return ok({ files });
  };
}

function nothingRead(ticket: string, place: string, name: string): MatchedPlan {
  return {
    ticket,
    place,
    name,
    unit: null,
    unitName: '',
    readFrom: null,
    numberText: '',
    date: null,
    doubt: '',
    refused: null,
  };
}

async function matchFile(
  app: App,
  ticket: string,
  file: IntakeFile,
  read: (fileName: string, document: SourceDocument | null) => Read,
): Promise<MatchedPlan> {
  const base = nothingRead(ticket, file.place, file.name);
  const taken = await takeFile(app, file, ATTACHED_KINDS);
  if (!taken.ok) return { ...base, refused: taken.error.message };
  const readable = /\.(?:docx|pdf|txt)$/iu.test(file.name);
  const document = readable ? await app.ports.documentReader.read(taken.value.bytes, file.name) : null;
  return { ...base, ...read(file.name, document?.ok === true ? document.value : null) };
}

interface Coming {
  readonly unitId: string;
  readonly numberText: string;
  readonly date: string | null;
  readonly receivedOn: string | null;
  readonly file: TakenFile | null;
}

export function receiveOwnPlans(app: App): Handler<'ownPlan.receive'> {
  return async ({ dossierId, request: requestId, plans }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, dossier } = reporting.value;
    if (!dossier.view.get('planRequests', requestId)) return noRequest();
    const opened = new Map<string, readonly IntakeFile[]>();
    const coming: Coming[] = [];
    for (const [index, plan] of plans.entries()) {
      if (context.progress.cancelled())
        return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      context.progress.report(index, plans.length, plan.place ?? '');
      const unit = resolveUnit(reporting.value, plan.unit);
      if (!unit.ok) return unit;
      if (coming.some(({ unitId }) => unitId === unit.value.id))
        return fail('BAD_REQUEST', `${unit.value.name} có hai tệp; mỗi đơn vị chỉ nhận một kế hoạch.`, {
          details: { unit: unit.value.id },
        });
      const file = await fileOf(app, plan, opened);
      if (!file.ok) return file;
      const { numberText, date, receivedOn } = plan;
      coming.push({ unitId: unit.value.id, numberText, date, receivedOn, file: file.value });
    }
    // Nothing was kept so far: one refused file refuses them all.
    const stored = new Map<string, StoredFile>();
    for (const { unitId, file } of coming) {
      if (file === null) continue;
      const kept = await storeFile(app, dossierId, file, 'attachment');
      if (!kept.ok) return kept;
      stored.set(unitId, kept.value);
    }
    const done = await changeDossier(app, context, dossierId, 'ownPlan.receive', (draft): Result<null> => {
      for (const { unitId, numberText, date, receivedOn } of coming) {
        const file = stored.get(unitId);
        file?.note(draft);
        const received = receivePlan(
          draft,
          { requestId, unitId, mark: { numberText, date }, receivedOn, file: file?.sha256 ?? null },
          { now: nowOf(app).now, entries: office.entries },
        );
        if (!received.ok) return received;
      }
      return ok(null);
    });
    return done.ok ? ok({ revision: done.value.revision, received: coming.length }) : done;
  };
}

async function fileOf(
  app: App,
  plan: { readonly ticket: string | null; readonly place: string | null },
  opened: Map<string, readonly IntakeFile[]>,
): Promise<Result<TakenFile | null>> {
  const { ticket, place } = plan;
  if (ticket === null) return ok(null);
  let files = opened.get(ticket);
  if (!files) {
    const intake = await openIntake(app, [ticket]);
    if (!intake.ok) return intake;
    files = intake.value.files;
    opened.set(ticket, files);
  }
  const [only, second] = files;
  const file = place === null ? (second ? undefined : only) : files.find((one) => one.place === place);
  if (!file)
    return fail(
      'BAD_REQUEST',
      place === null
        ? 'Mỗi đơn vị chỉ gắn một tệp; hãy chọn một tệp.'
        : `Không còn thấy tệp “${place}” trong những gì đã thả vào; hãy thả lại.`,
    );
  return takeFile(app, file, ATTACHED_KINDS);
}
