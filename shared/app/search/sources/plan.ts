/** The plan of a dossier: itself, its whole text, and what it says as data. */
import { textOf } from '../../../domain/plan/items';
import type { PlanItem } from '../../../domain/plan/model';
import { formatDate } from '../../../date/plain-date';
import type { Entry } from '../entry';
import type { DossierSource } from '../source';

type ItemEntry = Omit<Entry, 'dossierId' | 'year' | 'closed' | 'id' | 'title' | 'text' | 'body'> & {
  text?: string;
};

function itemEntry(
  item: PlanItem,
  unit: string | null,
  namesOf: (ids: readonly string[]) => string,
): ItemEntry {
  switch (item.kind) {
    case 'task':
      return {
        kind: 'task',
        where: unit === null ? 'Nhiệm vụ của kế hoạch' : `Nhiệm vụ của ${unit}`,
        text: item.coordinating.join(', '),
      };
    case 'assignment':
      return { kind: 'task', where: 'Đơn vị được giao việc', text: namesOf(item.entryIds) };
    case 'recipient':
      return {
        kind: 'recipient',
        where: 'Nơi nhận của kế hoạch',
        text: [item.purpose ?? '', namesOf(item.entryIds)].filter((part) => part !== '').join(': '),
      };
    case 'conference':
      return { kind: 'conference', where: 'Hội nghị', text: item.organizer ?? '' };
    case 'deadline':
      return { kind: 'deadline', where: 'Thời hạn', text: item.who ?? '' };
    case 'basis':
      return {
        kind: 'document',
        where: 'Căn cứ của kế hoạch',
        numbers: item.number === null ? [] : [item.number],
      };
    case 'target':
      return { kind: 'plan', where: 'Chỉ tiêu của kế hoạch' };
    case 'reporting':
      return { kind: 'plan', where: 'Chế độ báo cáo' };
  }
}

export const planSource: DossierSource = function* (view, about) {
  const { dossierId, plan } = about;
  const place = { dossierId, year: about.year, closed: about.closed };
  const taken = about.numberOf(dossierId);
  const number = taken === null ? '' : `số ${taken} `;
  yield {
    ...place,
    kind: 'plan',
    id: dossierId,
    title: plan.title,
    where: `${about.closed ? 'Kế hoạch đã lưu trữ' : 'Kế hoạch'} ${number}`.trimEnd(),
    numbers: taken === null ? [] : [taken],
    text: [plan.kind, plan.issuingBody, plan.signer.name].filter((part) => part !== null).join(' · '),
  };
  yield {
    ...place,
    kind: 'plan',
    id: dossierId,
    title: plan.title,
    where: 'Nội dung kế hoạch',
    text: '',
    body: { id: plan.textHash, text: plan.text, read: about.readPlanText },
    echo: true,
  };
  const units = new Map<string, string>();
  for (const item of view.records('items'))
    if (item.kind === 'assignment' && !item.dropped) units.set(item.id, item.unit);
  for (const item of view.records('items')) {
    if (item.dropped) continue;
    const unit =
      item.kind === 'task' && item.assignmentId !== null ? (units.get(item.assignmentId) ?? null) : null;
    const entry = itemEntry(item, unit, about.namesOf);
    // Five plans may say the same in the same words: each names its plan, what tells it from others first.
    const where = `${entry.where}, ${number}${plan.title}`;
    yield { text: '', ...place, id: item.id, title: textOf(item), ...entry, where };
  }
};

/** What the office asked units for and what it owes upward: found by their titles. */
export const obligationSource: DossierSource = function* (view, about) {
  const place = { dossierId: about.dossierId, year: about.year, closed: about.closed };
  for (const request of view.records('planRequests'))
    yield {
      ...place,
      kind: 'own-plan',
      id: request.id,
      title: request.title,
      where: `Kế hoạch của đơn vị, ${about.plan.title}`,
      text: `Hạn ${formatDate(request.lastDay)}`,
    };
  for (const report of view.records('upwardReports'))
    yield {
      ...place,
      kind: 'upward',
      id: report.id,
      title: report.title,
      where: `Báo cáo gửi cấp trên, ${about.plan.title}`,
      text: `${report.to} · Hạn ${formatDate(report.lastDay)}`,
    };
};
