/** What a dossier still lacks before it is ended, as sentences. domain.md §4. */
import { dateOfInstant, type Instant } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { fold } from '../../text/normalize';
import { countDeliveries } from '../dispatch/delivery-states';
import type { DirectoryEntry, RetentionRule } from '../office/model';
import { uncertainItems } from '../plan/items';
import { PLAN_ID } from '../plan/model';
import { undecidedPromises } from '../plan/promised-documents';
import { entryMap } from '../report/expected-units';
import { periodStatus, reportMap } from '../report/lateness';
import { byLastDay, ownPlanStatus } from '../report/own-plans';
import { comparePeriods, periodNameInText } from '../report/periods';
import { taskDirectory } from '../task/owing';
import { openWork, shortened } from './open-work';

/** Sentences in a fixed order; empty: nothing is lacking. */
export function lackingOf(
  view: View<DossierTables>,
  { entries, place }: { readonly entries: readonly DirectoryEntry[]; readonly place: string },
  now: Instant,
): string[] {
  const lacking: string[] = [];
  const plan = view.get('plan', PLAN_ID);
  if (plan?.status === 'review') lacking.push('Kế hoạch chưa duyệt xong nội dung đã đọc.');
  const uncertain = uncertainItems(view.list('items')).length;
  if (uncertain > 0) lacking.push(`Còn ${uncertain} mục của kế hoạch chưa được xác nhận.`);
  const sent = new Set(view.list('dispatches').map(({ documentId }) => documentId));
  for (const document of view.list('documents')) {
    const name = `${document.kindName} “${shortened(document.title)}”`;
    if (document.registration === null) lacking.push(`${name} chưa có số.`);
    if (document.signedFile === null && document.waiver === undefined)
      lacking.push(`${name} chưa có bản ký.`);
    if (document.registration !== null && !sent.has(document.id))
      lacking.push(`${name} đã có số nhưng chưa phát hành.`);
  }
  const { unconfirmed } = countDeliveries(view.list('deliveries'));
  if (unconfirmed > 0) lacking.push(`Còn ${unconfirmed} nơi nhận chưa xác nhận đã nhận văn bản.`);

  for (const promise of view.list('promisedDocuments'))
    if (promise.state === 'owed')
      lacking.push(`Kế hoạch hứa ban hành văn bản riêng nhưng chưa có: “${shortened(promise.text)}”.`);
  const undecided = undecidedPromises(plan?.text ?? '', view.list('promisedDocuments')).length;
  if (undecided > 0)
    lacking.push(`Còn ${undecided} chỗ kế hoạch nói đến văn bản riêng chưa quyết định (phần Văn bản).`);
  lacking.push(...openWork(view, taskDirectory(entries, place), dateOfInstant(now)));

  const reports = reportMap(view.list('reports'));
  const directory = entryMap(entries);
  const closed = new Set(
    view.list('consolidations').flatMap(({ totals }) => [totals.period, ...totals.parts]),
  );
  for (const period of [...view.list('periods')].sort((a, b) => comparePeriods(a.id, b.id))) {
    const status = periodStatus(period, reports, directory, now);
    const open = status.expected - status.received;
    const name = periodNameInText(period.id);
    if (open > 0) lacking.push(`Báo cáo ${name}: còn ${open}/${status.expected} đơn vị chưa nộp.`);
    if (!closed.has(period.id)) lacking.push(`Số liệu ${name} chưa chốt.`);
  }
  for (const request of byLastDay(view.list('planRequests'))) {
    const { expected, received } = ownPlanStatus(request, view.list('unitPlans'), directory, now);
    if (received < expected)
      lacking.push(
        `“${shortened(request.title)}”: còn ${expected - received}/${expected} đơn vị chưa gửi kế hoạch.`,
      );
  }
  for (const report of byLastDay(view.list('upwardReports'))) {
    const name = `Báo cáo cấp trên “${shortened(report.title)}”`;
    if (report.sent === null) lacking.push(`${name} chưa gửi.`);
    else if (report.filedOn === null) lacking.push(`${name} đã gửi nhưng chưa lưu hồ sơ.`);
    if (report.sent !== null && report.sent.file === null) lacking.push(`${name} chưa có bản đã gửi.`);
  }
  const unanswered = view.list('difficulties').filter(({ answer }) => answer === null).length;
  if (unanswered > 0) lacking.push(`Còn ${unanswered} khó khăn, vướng mắc của đơn vị chưa được trả lời.`);
  return lacking;
}

export interface RetentionChoice {
  /** "Vĩnh viễn" or "20 năm" */
  readonly retention: string;
  readonly source: string;
}

export function retentionText(years: number | null): string {
  return years === null ? 'Vĩnh viễn' : `${years} năm`;
}

/**
 * Retention by the office's table: a dossier carrying out a superior's nghị quyết, chỉ thị …; else an annual plan;
 * else the table's longest. Rows are found by the words of their titles, as the office may have edited the table.
 */
export function retentionFor(view: View<DossierTables>, rules: readonly RetentionRule[]): RetentionChoice {
  const named = (...words: readonly string[]): RetentionRule | undefined =>
    rules.find(({ title }) => words.every((word) => fold(title).includes(word)));
  const carriesOut = view
    .list('items')
    .some(
      (item) =>
        item.kind === 'basis' &&
        !item.dropped &&
        /nghi quyet|chi thi|ket luan|chuong trinh|de an/u.test(fold(item.documentKind ?? '')),
    );
  const longest = [...rules].sort((a, b) => (b.years ?? Infinity) - (a.years ?? Infinity))[0];
  const rule =
    (carriesOut ? named('nghi quyet', 'chi thi') : named('ke hoach', 'nam')) ?? named('ke hoach') ?? longest;
  if (!rule)
    return { retention: 'Vĩnh viễn', source: 'Chưa có bảng thời hạn bảo quản; lấy mức an toàn nhất.' };
  return { retention: retentionText(rule.years), source: `${rule.title} (${rule.source})` };
}
