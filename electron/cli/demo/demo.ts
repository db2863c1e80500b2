/**
 * `demo`: the office's whole main job once, over real files: a plan from a Word document → number and dispatch →
 * forms out and back → the quarter closed → Excel, PDF and Word → backup and archive. Everything goes through the
 * same methods as the window; the demo only plays the people.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOfInstant } from '../../../shared/date/plain-date';
import type { Session } from '../session';
import type { Outcome, Verb } from '../verb';
import { figuresFor, fillForm, type Figures } from './fill-form';

const PERIOD = '2026-Q1';
/** A Tuesday after the quarter's last day: on-time, late and missing units all exist. */
export const DEMO_NOW = '2026-03-17T08:00:00+07:00';
const UNITS = 24;

interface Step {
  readonly step: string;
  readonly title: string;
  readonly [detail: string]: unknown;
}

export const demoVerb: Verb = {
  name: 'demo',
  usage: '',
  help: 'Làm thử toàn bộ công việc trên cơ quan mẫu “Phường An Bình” và để lại mọi tệp trong thư mục.',
  positionals: [],
  options: { out: { type: 'string', value: 'DIR', help: 'Thư mục mới hoặc rỗng.', required: true } },
  run: runDemo,
};

async function runDemo(session: Session, args: { required(name: string): string }): Promise<Outcome> {
  const out = await session.emptyFolder(args.required('out'));
  const data = join(out, 'data');
  await session.useData(data, DEMO_NOW);
  const steps: Step[] = [];
  const files: string[] = [];
  const note = (step: string, title: string, details: Record<string, unknown> = {}): void => {
    steps.push({ step, title, ...details });
    session.say(`${steps.length}. ${title}`);
  };
  const keep = (file: string): string => {
    files.push(file);
    return file;
  };

  const office = await session.command('sample.create', { units: UNITS, plans: 0, years: 1, seed: 1 });
  note('office', 'Tạo cơ quan mẫu phường An Bình', { units: office.units });

  const dossierId = await readPlan(session, note);
  await registerAndSend(session, dossierId, join(out, 'van-ban'), note, keep);
  await askForReports(session, dossierId, note);
  const sums = await formsOutAndBack(session, dossierId, out, note, keep);
  const totals = await closeAndExport(session, dossierId, out, sums, note, keep);
  await backUp(session, out, note, keep);
  await archive(session, dossierId, out, note, keep);

  const faults = await session.command('store.check', {});
  if (faults.some((fault) => fault.severity === 'error')) throw new Error('the store of the demo has faults');
  note('check', 'Kiểm tra dữ liệu: nguyên vẹn', { faults: faults.length });

  return {
    json: { steps, files, data, dossierId, period: PERIOD, totals },
    text: [`Đã làm xong ${steps.length} bước. Dữ liệu: ${data}`, ...files.map((file) => `  ${file}`)].join(
      '\n',
    ),
  };
}

type Note = (step: string, title: string, details?: Record<string, unknown>) => void;
type Keep = (file: string) => string;

async function readPlan(session: Session, note: Note): Promise<string> {
  const ticket = await session.ticketForSamplePlan();
  const { dossierId, warnings } = await session.command('plan.import', { ticket });
  const view = await session.query('plan.get', { dossierId });
  await session.command('plan.acceptItems', { dossierId, itemIds: view.items.map((item) => item.id) });
  await session.command('plan.finishReview', { dossierId });
  const count = (kind: string): number => view.items.filter((item) => item.kind === kind).length;
  note('plan', 'Đọc kế hoạch từ tệp Word, rà soát và lưu thành hồ sơ', {
    dossierId,
    warnings: warnings.length,
    tasks: count('task'),
    targets: count('target'),
    deadlines: count('deadline'),
    recipients: count('recipient'),
  });
  return dossierId;
}

async function registerAndSend(
  session: Session,
  dossierId: string,
  folder: string,
  note: Note,
  keep: Keep,
): Promise<void> {
  const registered = await session.command('dispatch.register', {
    dossierId,
    documentId: null,
    number: null,
    date: '2026-01-20',
  });
  note('register', `Lấy số văn bản: ${registered.numberText}`, {
    numberText: registered.numberText,
    documentId: registered.documentId,
  });
  await mkdir(folder, { recursive: true });
  const printed = await session.query('plan.export', { dossierId, profile: null, format: 'pdf' });
  const signed = keep((await session.deliverFile(printed, join(folder, 'ke-hoach-ban-ky.pdf'))).file);
  const word = await session.query('plan.export', { dossierId, profile: null, format: 'docx' });
  keep((await session.deliverFile(word, join(folder, 'ke-hoach.docx'))).file);
  const copy = await session.command('document.sign', {
    dossierId,
    documentId: registered.documentId,
    ticket: await session.ticketFor(signed),
  });
  note('sign', 'Gắn bản ký vào hồ sơ, giữ nguyên từng byte', { sha256: copy.sha256 });
  const sent = await session.command('dispatch.send', {
    dossierId,
    documentId: registered.documentId,
    date: '2026-01-21',
    channel: 'network',
    to: null,
  });
  const first = sent.deliveries.slice(0, Math.ceil(sent.deliveries.length / 2));
  await session.command('dispatch.acknowledge', {
    dossierId,
    recipients: first.map((delivery) => delivery.id),
    date: '2026-01-22',
  });
  note('send', `Phát hành đến ${sent.deliveries.length} nơi nhận, ${first.length} nơi đã xác nhận`, {
    recipients: sent.deliveries.length,
    acknowledged: first.length,
  });
}

async function askForReports(session: Session, dossierId: string, note: Note): Promise<void> {
  const proposal = await session.query('report.propose', { dossierId, period: PERIOD });
  const period = await session.command('report.schedule', {
    dossierId,
    period: PERIOD,
    lastDay: proposal.proposedLastDay,
    indicators: proposal.indicators,
    units: proposal.unitIds,
  });
  note('schedule', `Yêu cầu báo cáo quý I của ${period.expected} đơn vị`, {
    expected: period.expected,
    from: period.from,
    to: period.to,
    lastDay: period.lastDay,
    reason: proposal.reason,
  });
}

/** Forms out, filled by the "units", taken in. Answers the sums over what was written into the accepted forms. */
async function formsOutAndBack(
  session: Session,
  dossierId: string,
  out: string,
  note: Note,
  keep: Keep,
): Promise<Record<string, number>> {
  const offered = await session.command('report.forms', { dossierId, period: PERIOD });
  const forms = await session.deliverFolder(offered, join(out, 'bieu-mau'));
  forms.forEach(keep);
  note('forms', `Lập ${forms.length} biểu Excel, mỗi đơn vị một biểu`, { forms: forms.length });

  const office = await session.query('office.get', {});
  const view = await session.query('plan.get', { dossierId });
  const asked = new Set(view.periods.find((period) => period.id === PERIOD)?.indicators ?? []);
  const indicators = office.indicators.filter((indicator) => asked.has(indicator.id));
  const summed = indicators
    .filter((indicator) => indicator.kind === 'C' || indicator.kind === 'S')
    .map((indicator) => indicator.id);

  // The last two units send nothing; the one before them reports "không phát sinh"; one comes a day late.
  const reporting = forms.slice(0, -2);
  const late = reporting[1] ?? '';
  const faulty = reporting[0] ?? '';
  const sums: Record<string, number> = Object.fromEntries(summed.map((code) => [code, 0]));
  const returned = await session.newFolder(join(out, 'bieu-nhan'));
  const names: string[] = [];
  for (const [index, form] of reporting.entries()) {
    const nil = index === reporting.length - 1;
    const figures: Figures = nil ? { NIL: 'x' } : figuresFor(index, indicators);
    for (const code of summed) {
      const figure = figures[code];
      if (typeof figure === 'number') sums[code] = (sums[code] ?? 0) + figure;
    }
    const name = session.baseName(form);
    names.push(name);
    // One unit writes a number in words at first: it is refused with its cell and mended below.
    const written = form === faulty ? { ...figures, HN02: 'ba mươi' } : figures;
    await writeFile(join(returned, name), await fillForm(await readFile(form), written));
  }
  names.forEach((name) => keep(join(returned, name)));

  const onTime = reporting
    .filter((form) => form !== late)
    .map((form) => join(returned, session.baseName(form)));
  const tickets: string[] = [];
  for (const path of onTime) tickets.push(await session.ticketFor(path));
  const first = await session.command('report.import', { tickets, receivedOn: '2026-03-16' });
  note('import', `Tiếp nhận ${first.accepted.length} biểu, từ chối ${first.rejected.length} biểu kèm lý do`, {
    accepted: first.accepted.length,
    rejected: first.rejected,
  });

  const mended = join(returned, session.baseName(faulty));
  await writeFile(mended, await fillForm(await readFile(faulty), figuresFor(0, indicators)));
  const all = await session.ticketFor(returned);
  const second = await session.command('report.import', { tickets: [all], receivedOn: '2026-03-17' });
  note(
    'import-again',
    'Thả lại cả thư mục sau khi sửa: biểu cũ không đổi, biểu sửa và biểu đến muộn được nhận',
    {
      accepted: second.accepted.length,
      unchanged: second.unchanged.length,
      rejected: second.rejected,
    },
  );
  return sums;
}

async function closeAndExport(
  session: Session,
  dossierId: string,
  out: string,
  sums: Readonly<Record<string, number>>,
  note: Note,
  keep: Keep,
): Promise<Readonly<Record<string, number>>> {
  const status = await session.query('report.status', { dossierId, period: PERIOD });
  const totals = await session.query('report.totals', { dossierId, period: PERIOD });
  const wrong = Object.entries(sums).filter(([code, sum]) => totals.totals[code] !== sum);
  if (wrong.length > 0) throw new Error(`totals differ from the filled forms: ${JSON.stringify(wrong)}`);
  note(
    'totals',
    `Đã nhận ${status.received}/${status.expected} đơn vị; số tổng hợp khớp với các biểu đã điền`,
    {
      expected: status.expected,
      received: status.received,
      onTime: status.onTime,
      late: status.late,
      missing: status.missing,
      coverage: totals.coverage,
    },
  );
  const closed = await session.command('report.close', { dossierId, period: PERIOD });
  note('close', `Chốt quý I, bản ${closed.version}`, { version: closed.version, checksum: closed.checksum });
  const folder = await session.newFolder(join(out, 'tong-hop'));
  for (const format of ['xlsx', 'pdf', 'docx'] as const) {
    const offered = await session.query('export.summary', { dossierId, period: PERIOD, format });
    keep((await session.deliverFile(offered, join(folder, `tong-hop-quy-1.${format}`))).file);
  }
  for (const format of ['docx', 'text'] as const) {
    const offered = await session.query('report.chase', { dossierId, period: PERIOD, format });
    keep(
      (await session.deliverFile(offered, join(folder, format === 'docx' ? 'don-doc.docx' : 'don-doc.txt')))
        .file,
    );
  }
  note('export', 'Xuất Excel, PDF, Word và công văn đôn đốc', { folder });
  return totals.totals;
}

async function backUp(session: Session, out: string, note: Note, keep: Keep): Promise<void> {
  const info = await session.createBackup(join(out, 'sao-luu'));
  keep(info.file);
  const checked = await session.verifyBackup(info.file);
  if (!checked.valid) throw new Error('the backup of the demo is not valid');
  const restored = await session.restoreBackup(info.file, join(out, 'phuc-hoi'));
  note('backup', 'Sao lưu, kiểm tra và phục hồi vào một thư mục mới', {
    file: info.file,
    restored: restored.folder,
    aggregates: restored.aggregates,
  });
}

async function archive(
  session: Session,
  dossierId: string,
  out: string,
  note: Note,
  keep: Keep,
): Promise<void> {
  const check = await session.query('archive.check', { dossierId });
  await session.command('archive.close', { dossierId, despite: true });
  const folder = await session.newFolder(join(out, 'luu-tru'));
  const offered = await session.command('archive.export', { dossierId, format: 'folder' });
  const written = await session.deliverFolder(offered, folder);
  written.forEach(keep);
  const bag = session.commonFolder(written) ?? folder;
  const verified = await session.query('archive.verify', { ticket: await session.ticketFor(bag) });
  if (!verified.valid) throw new Error(`the bag of the demo is not valid: ${verified.errors.join('; ')}`);
  const { hits } = await session.query('search.find', { text: 'thân thiện' });
  if (!hits.some((hit) => hit.dossierId === dossierId))
    throw new Error('the ended dossier is not found again');
  note('archive', 'Kết thúc hồ sơ, đóng gói BagIt, kiểm tra gói và tìm lại hồ sơ', {
    bag,
    lacking: check.lacking,
    retention: check.retention,
    closedOn: dateOfInstant(DEMO_NOW),
  });
  // The demo's data is for going on trying: an ended dossier takes no more reports until it is reopened.
  await session.command('archive.reopen', { dossierId, reason: 'Hồ sơ mẫu: mở lại để dùng thử tiếp' });
  note('reopen', 'Mở lại hồ sơ mẫu để dùng thử tiếp', {});
}
