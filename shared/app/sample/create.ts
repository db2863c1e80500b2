/** A whole invented office for trying, tests and benchmarks: the same for the same seed and clock. */
import { addDays, partsOf, plainDate, type PlainDate } from '../../date/plain-date';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import { defaultCodes } from '../../domain/report/indicators';
import { proposePeriod } from '../../domain/report/propose';
import { readPlan } from '../../domain/plan/reading/read-plan';
import type { SourceDocument } from '../../domain/plan/reading/source';
import { sourceFromText } from '../../domain/plan/reading/source-from-text';
import { fail, ok, type Result } from '../../result';
import { registerDocument } from '../dispatch/register';
import { acknowledgeDelivery, sendDocument } from '../dispatch/send';
import {
  CANCELLED,
  changeDossier,
  INCOMING_REF,
  loadDossier,
  loadOffice,
  metaOf,
  nowOf,
  OFFICE_REF,
  type App,
  type OfficeState,
} from '../application';
import type { CallContext, Handler } from '../handlers';
import { acceptItems, finishReview } from '../plan/edit-items';
import { keepPlan } from '../plan/import';
import { sourceOf, type ReadSource } from '../plan/read-source';
import { closeReport } from '../report/close';
import { scheduleReport } from '../report/schedule';
import { createRandom, type Random } from './random';
import { fillSampleBook, type SampleBasis } from './sample-incoming';
import { makeSampleOffice } from './sample-office';
import { fillPeriod } from './sample-reports';

/** Indicators that sample plans ask for, where the catalogue has them. */
const ASKED = ['HN01', 'HN02', 'DV01', 'DV02', 'DV03', 'DV04', 'DV05', 'DV06', 'SH01', 'SH06', 'TT01', 'MX01', 'TQ01', 'NX01', 'NX02']; // prettier-ignore

const TOPICS = [
  'xây dựng phường, xã thân thiện, an toàn, số hóa', 'phòng cháy, chữa cháy trong khu dân cư',
  'phân loại rác thải tại nguồn', 'bảo vệ hành lang an toàn giao thông', 'khuyến học, khuyến tài',
  'phổ cập kỹ năng số cộng đồng', 'xây dựng gia đình văn hóa', 'phòng, chống thiên tai',
  'cải cách hành chính', 'chăm sóc người cao tuổi', 'trồng cây, giữ gìn cảnh quan', 'đền ơn đáp nghĩa',
] as const; // prettier-ignore

/** Ids from the seed in place of random ones. */
function seeded(app: App, seed: number): App {
  let count = 0;
  const next = (): string => {
    count += 1;
    const hex = app.ports.hash.sha256(`sample|${seed}|${count}`);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  return { ...app, ports: { ...app.ports, ids: { next } } };
}

/** The plan of the resources, as printed for the first dossier, with another subject and year for the others. */
function sourceFor(
  app: App,
  document: SourceDocument,
  text: string,
  index: number,
  year: number,
): Result<ReadSource> {
  const { name, bytes } = app.ports.resources.samplePlan();
  const [first] = TOPICS;
  if (index === 0 && year === 2026) return sourceOf(app, document, name, bytes);
  const topic = TOPICS[index % TOPICS.length] ?? first;
  const round = Math.floor(index / TOPICS.length);
  const varied = text
    .replaceAll(first, round === 0 ? topic : `${topic}, đợt ${round + 1}`)
    .replaceAll(/27-NQ\/TU/gu, `${27 + index}-NQ/TU`)
    .replaceAll(/ \(thứ [^)]*\)/gu, '')
    .replaceAll('2025', (year - 1).toString())
    .replaceAll(/2026(?! - 2030)/gu, year.toString());
  return sourceOf(app, sourceFromText(varied), `Kế hoạch mẫu ${index + 1}.txt`, null);
}

interface Work {
  readonly app: App;
  readonly random: Random;
  readonly office: OfficeState;
  readonly today: PlainDate;
  /** A call of its own for every step, so that each has its own requestId. */
  step(name: string): CallContext;
}

/** The dossier registered, sent and mostly acknowledged. */
async function issue(work: Work, dossierId: string, date: PlainDate, newest: boolean): Promise<Result<null>> {
  const { app, office, random } = work;
  const registered = await registerDocument(app)(
    { dossierId, documentId: null, number: null, date, claim: false, blanksSeen: true, gapSeen: false },
    work.step('register'),
  );
  if (!registered.ok) return registered;
  const to = office.entries
    .filter(({ kind, name }) => kind === 'unit' || name.startsWith('Ban Tuyên giáo'))
    .map(({ id }) => id);
  const sent = await sendDocument(app)(
    {
      dossierId,
      documentId: null,
      date: laterOf(date, 1, work.today),
      channel: 'network',
      to,
      also: [],
      channels: [],
      waiver: 'Cơ quan mẫu không có bản ký',
    },
    work.step('send'),
  );
  if (!sent.ok) return sent;
  const received = sent.value.deliveries.filter(() => !newest || random.next() < 0.9).map(({ id }) => id);
  if (received.length === 0) return ok(null);
  const acknowledged = await acknowledgeDelivery(app)(
    {
      dossierId,
      recipients: received,
      date: laterOf(date, 2, work.today),
      state: 'received',
      note: '',
      proof: 'network',
    },
    work.step('ack'),
  );
  return acknowledged.ok ? ok(null) : acknowledged;
}

function laterOf(date: PlainDate, days: number, today: PlainDate): PlainDate {
  const later = addDays(date, days);
  return later > today && date <= today ? today : later;
}

/** Quarters of the year: past ones filled (all but the newest closed), the next one asked for. */
async function fillYear(work: Work, dossierId: string, year: number): Promise<Result<{ reports: number }>> {
  const { app, office, today } = work;
  const { view } = office.loaded;
  const catalogue = view.list('indicators');
  const defaults = view.get('defaults', 'report');
  if (!defaults) return fail('INTERNAL', 'Dữ liệu mẫu thiếu mặc định báo cáo.');
  const indicators = ASKED.filter((code) => catalogue.some(({ id }) => id === code));
  let reports = 0;
  const past: string[] = [];
  for (const quarter of [1, 2, 3, 4]) {
    const period = `${year}-Q${quarter}`;
    const { proposedLastDay } = proposePeriod(period, defaults, view.list('holidays'), today);
    const scheduled = await scheduleReport(app)(
      {
        dossierId,
        period,
        lastDay: proposedLastDay,
        time: null,
        indicators: indicators.length > 0 ? indicators : defaultCodes(catalogue).slice(0, 10),
        units: null,
        asks: null,
        from: null,
        to: null,
        via: null,
        receivedBy: null,
        consolidatedBy: null,
        dueToCity: null,
        request: null,
      },
      work.step(`schedule-${period}`),
    );
    if (!scheduled.ok) return scheduled;
    if (proposedLastDay >= today) break;
    past.push(period);
    const filled = await changeDossier(
      app,
      work.step(`reports-${period}`),
      dossierId,
      'sample.create',
      (draft) => {
        const record = draft.get('periods', period);
        if (!record) return ok({ reports: 0 });
        const expected = expectedUnits(record, entryMap(office.entries));
        return fillPeriod(draft, record, expected, {
          entries: office.entries,
          catalogue,
          random: work.random,
          today,
        });
      },
    );
    if (!filled.ok) return filled;
    reports += filled.value.reply.reports;
  }
  for (const period of past.slice(0, -1)) {
    const closed = await closeReport(app)({ dossierId, period, reason: '' }, work.step(`close-${period}`));
    if (!closed.ok) return closed;
  }
  return ok({ reports });
}

/** The newest year whose first quarter is already due. */
function newestYear(office: OfficeState, today: PlainDate): number {
  const { year } = partsOf(today);
  const defaults = office.loaded.view.get('defaults', 'report');
  if (!defaults) return year;
  const { proposedLastDay } = proposePeriod(
    `${year}-Q1`,
    defaults,
    office.loaded.view.list('holidays'),
    today,
  );
  return proposedLastDay < today ? year : year - 1;
}

/** The superiors' documents that the plans name, as lines of the incoming book. */
async function enterSuperiors(
  app: App,
  context: CallContext,
  dossierIds: readonly string[],
): Promise<Result<unknown>> {
  const bases: SampleBasis[] = [];
  for (const dossierId of dossierIds) {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    for (const item of loaded.value.view.list('items'))
      if (item.kind === 'basis' && !item.dropped && item.number !== null && item.date !== null)
        bases.push({
          dossierId,
          documentKind: item.documentKind,
          number: item.number,
          date: item.date,
          issuer: item.issuer,
        });
  }
  return app.ports.store.commit(
    INCOMING_REF,
    metaOf(app, context, 'sample.create', { part: 'incoming', expectedRevision: null }),
    (draft) => fillSampleBook(draft, bases, { by: context.by, ...nowOf(app) }),
  );
}

export function createSample(realApp: App): Handler<'sample.create'> {
  return async ({ units, plans, years, seed }, context) => {
    const app = seeded(realApp, seed);
    const { today } = nowOf(app);
    const made = await app.ports.store.commit(OFFICE_REF, metaOf(app, context, 'sample.create'), (draft) =>
      makeSampleOffice(draft, units, app.ports.resources, () => app.ports.ids.next()),
    );
    if (!made.ok) return made;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const { name, bytes } = app.ports.resources.samplePlan();
    const document = await app.ports.documentReader.read(bytes, name);
    if (!document.ok) return document;
    const { text } = readPlan(document.value);

    const random = createRandom(seed);
    const newest = newestYear(office.value, today);
    const dossierIds: string[] = [];
    let reports = 0;
    for (let index = 0; index < plans; index += 1) {
      if (context.progress.cancelled())
        return fail('UNAVAILABLE', CANCELLED.replace('; chưa có gì thay đổi', ''), {
          details: { cancelled: true },
        });
      context.progress.report(index, plans, `Kế hoạch mẫu ${index + 1}/${plans}`);
      const year = newest - (index % years);
      const work: Work = {
        app,
        random,
        office: office.value,
        today,
        step: (part) => ({
          ...context,
          requestId: `${context.requestId}#${index}-${part}`,
          expectedRevision: null,
        }),
      };
      const source = sourceFor(app, document.value, text, index, year);
      if (!source.ok) return source;
      const kept = await keepPlan(app, work.step('import'), source.value);
      if (!kept.ok) return kept;
      const { dossierId } = kept.value;
      dossierIds.push(dossierId);
      const accepted = await acceptItems(app)({ dossierId, itemIds: null }, work.step('accept'));
      if (!accepted.ok) return accepted;
      const reviewed = await finishReview(app)({ dossierId }, work.step('review'));
      if (!reviewed.ok) return reviewed;
      const issued = await issue(work, dossierId, plainDate(year, 1, 6 + (index % 20)), index === plans - 1);
      if (!issued.ok) return issued;
      const filled = await fillYear(work, dossierId, year);
      if (!filled.ok) return filled;
      reports += filled.value.reports;
    }
    if (dossierIds.length > 0) {
      const entered = await enterSuperiors(app, context, dossierIds);
      if (!entered.ok) return entered;
    }
    context.progress.report(plans, plans, 'Đã tạo xong dữ liệu mẫu');
    return ok({
      units: office.value.entries.filter(({ kind }) => kind === 'unit').length,
      plans: dossierIds.length,
      reports,
      dossierIds,
    });
  };
}
