/** What chasing makes: texts (lần 1), the list to print, the letter (lần 2), the report (lần 3). */
import { chasePage, chaseSubject } from '../../documents/chase-page';
import { chaseReportPage, chaseReportSubject, type StandingRow } from '../../documents/chase-report-page';
import { chaseSheetPage, chaseSheetWorkbook } from '../../documents/chase-sheet';
import type { PrintedSigner } from '../../documents/signature-block';
import { bodyName } from '../../documents/vietnamese-case';
import { addDays, isPlainDate, type PlainDate } from '../../date/plain-date';
import { proposeWorkingDay } from '../../date/working-days';
import { PLAN_ID } from '../../domain/plan/model';
import { chaseListText, chaseMessage, chaseTitle, type ChaseWords } from '../../domain/report/chase';
import { CHASE_RULES } from '../../domain/report/chase-levels';
import { entryMap } from '../../domain/report/expected-units';
import { periodStatus, reportMap } from '../../domain/report/lateness';
import type { OwedWork, OwingUnit } from '../../domain/report/owing';
import { fail, ok, type Result } from '../../result';
import { nowOf, type App, type OfficeState } from '../application';
import { ruleProfile } from '../rule-profiles';
import type { Chased } from './chase-sources';
import { officeSigner, printedSigner } from './printed-signer';

export type ChaseProduct = 'sheet' | 'letter' | 'report';
export type ChaseFormat = 'pdf' | 'docx' | 'xlsx';

/** The day that a letter of today sets: so many days on, moved to a working day. */
export function proposedLastDay(app: App, office: OfficeState): PlainDate {
  const day = addDays(nowOf(app).today, CHASE_RULES.letterGivesDays);
  return proposeWorkingDay(day, office.loaded.view.list('holidays')).proposed;
}

/** A day that a person set, checked; else as proposed. */
export function lastDayOf(app: App, office: OfficeState, asked: string | null): Result<PlainDate> {
  if (asked === null) return ok(proposedLastDay(app, office));
  if (!isPlainDate(asked) || asked < nowOf(app).today)
    return fail('BAD_REQUEST', 'Hạn mới phải là một ngày có thật, từ hôm nay trở đi.', {
      fieldErrors: { newLastDay: 'Chọn một ngày từ hôm nay trở đi.' },
    });
  return ok(asked);
}

function wordsOf(app: App, office: OfficeState): ChaseWords {
  const body = bodyName(office.profile, office.profile.issuingBody);
  return { sender: `Văn phòng ${body}`, now: nowOf(app).now };
}

/** A message per unit and one list; `title` where the caller has a better name than the works together. */
export function chaseTexts(
  app: App,
  { office, units }: Pick<Chased, 'office' | 'units'>,
  title?: string,
): { readonly messages: readonly string[]; readonly text: string } {
  const words = wordsOf(app, office);
  return {
    messages: units.map((unit) => chaseMessage(unit, words)),
    text: chaseListText(units, { ...words, title: title ?? chaseTitle(units) }),
  };
}

export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly extension: ChaseFormat;
  /** File name without extension, and the document's title. */
  readonly stem: string;
  readonly title: string;
}

export const NOBODY_OWES = 'Không còn đơn vị nào quá hạn hoặc phải nộp lại, nên không cần công văn đôn đốc.';

export interface MakeOptions {
  readonly newLastDay: PlainDate;
  /** "báo cáo quý I năm 2026": the period that was asked for, where it is made of several owed ones. */
  readonly subject?: string;
}

/** Makes one of the three files; CONFLICT when nobody owes anything. */
export async function makeChaseFile(
  app: App,
  chased: Chased,
  product: ChaseProduct,
  format: ChaseFormat,
  options: MakeOptions,
): Promise<Result<MadeFile>> {
  const { office, units } = chased;
  if (units.length === 0) return fail('CONFLICT', NOBODY_OWES);
  if ((format === 'xlsx') !== (product === 'sheet') && !(product === 'sheet' && format === 'pdf'))
    return fail('BAD_REQUEST', 'Danh sách có bản PDF, Excel; công văn và báo cáo có bản Word, PDF.');
  const profile = await ruleProfile(app, office.profile.ruleProfileId);
  if (!profile.ok) return profile;
  const createdAt = nowOf(app).now;
  if (product === 'sheet') {
    const sheet = { office: office.profile, units, title: chaseTitle(units), createdAt };
    const written = await (format === 'xlsx'
      ? app.ports.spreadsheetWriter.write(chaseSheetWorkbook(sheet))
      : app.ports.pdfWriter.write(chaseSheetPage(profile.value, sheet)));
    return written.ok
      ? ok({ bytes: written.value, extension: format, stem: 'Danh sách đôn đốc', title: 'Danh sách đôn đốc' })
      : written;
  }
  const common = {
    office: office.profile,
    profile: profile.value,
    units,
    newLastDay: options.newLastDay,
    numberText: null,
    date: null,
    recipients: [],
    createdAt,
  };
  const letter = { ...common, ...(options.subject === undefined ? {} : { subject: options.subject }) };
  const report = { ...common, standings: standingsOf(app, chased), signer: officeSigner(office) };
  const page =
    product === 'letter' ? chasePage({ ...letter, signer: letterSigner(chased) }) : chaseReportPage(report);
  const writer = format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter;
  const written = await writer.write(page);
  if (!written.ok) return written;
  const title = product === 'letter' ? `về việc ${chaseSubject(letter)}` : chaseReportSubject(report);
  const stem = `${product === 'letter' ? 'Công văn' : 'Báo cáo'} ${title}`;
  return ok({ bytes: written.value, extension: format, stem, title });
}

/** The dossier that most of what is owed is about. */
export function leadingDossier(units: readonly OwingUnit[]): string | null {
  const counts = new Map<string, number>();
  for (const { owes } of units)
    for (const { dossierId } of owes) counts.set(dossierId, (counts.get(dossierId) ?? 0) + 1);
  let lead: string | null = null;
  for (const [id, count] of counts) if (lead === null || count > (counts.get(lead) ?? 0)) lead = id;
  return lead;
}

function letterSigner({ office, dossiers, units }: Chased): PrintedSigner {
  const plan = dossiers.get(leadingDossier(units) ?? '')?.view.get('plan', PLAN_ID);
  return plan ? printedSigner(office, plan) : { authority: null, onBehalf: null, position: null, name: null };
}

/** How each period or request that somebody still owes stands as a whole. */
function standingsOf(app: App, { office, sources, units }: Chased): readonly StandingRow[] {
  const { now } = nowOf(app);
  const entries = entryMap(office.entries);
  const works = new Map<string, OwedWork>();
  for (const { owes } of units) for (const work of owes) works.set(`${work.dossierId}|${work.period}`, work);
  return [...works.values()].flatMap((work): StandingRow[] => {
    const source = sources.find(({ dossierId }) => dossierId === work.dossierId);
    const period = source?.periods.find(({ id }) => id === work.period);
    if (!source || !period) return [];
    const { expected, onTime, late, missing, returned, notDue } = periodStatus(
      period,
      reportMap(source.reports),
      entries,
      now,
    );
    return [
      {
        work: { ...work, lastDay: period.lastDay, time: period.time },
        expected,
        onTime,
        late,
        missing,
        returned,
        notDue,
      },
    ];
  });
}
