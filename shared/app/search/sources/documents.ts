/** Documents of a dossier, to whom they went, and that units reported (never what they wrote). */
import { formatDate } from '../../../date/plain-date';
import { periodNameInText } from '../../../domain/report/periods';
import type { DossierSource } from '../source';

export const documentSource: DossierSource = function* (view, about) {
  const { dossierId, closed } = about;
  for (const document of view.records('documents'))
    if (document.id !== dossierId) {
      const number = about.numberOf(document.id);
      yield {
        kind: 'document',
        id: document.id,
        dossierId,
        title: document.title,
        where: `Văn bản${number === null ? '' : ` số ${number}`} của hồ sơ, ${about.plan.title}`,
        numbers: number === null ? [] : [number],
        text: document.kindName,
        year: document.createdAt.slice(0, 4),
        closed,
      };
    }
  const documentOf = new Map<string, string>();
  for (const dispatch of view.records('dispatches')) documentOf.set(dispatch.id, dispatch.documentId);
  for (const delivery of view.records('deliveries'))
    yield {
      kind: 'delivery',
      id: `${documentOf.get(delivery.dispatchId) ?? dossierId}|${delivery.id}`,
      dossierId,
      title: delivery.name,
      where: `Đã gửi ngày ${formatDate(delivery.sentOn)}`,
      text: `${about.plan.title} · ${delivery.via}`,
      year: delivery.sentOn.slice(0, 4),
      closed,
      late: true,
      byName: true,
    };
};

export const reportSource: DossierSource = function* (view, about) {
  for (const report of view.records('reports')) {
    const name = about.unitNames.get(report.unitId);
    if (name !== undefined)
      yield {
        kind: 'plan',
        id: report.id,
        dossierId: about.dossierId,
        title: `Báo cáo ${periodNameInText(report.period)} – ${name}`,
        where: 'Báo cáo của đơn vị',
        text: '',
        year: /^\d{4}/.exec(report.period)?.[0] ?? about.year,
        closed: about.closed,
        late: true,
      };
  }
};
