/** What the office prepares for a conference: where it is, who chairs, its points, programme and materials. */
import type { DossierSource } from '../source';

export const conferenceSource: DossierSource = function* (view, about) {
  const names = new Map<string, string>();
  for (const item of view.records('items'))
    if (item.kind === 'conference' && !item.dropped) names.set(item.id, item.name);
  for (const conference of view.records('conferences')) {
    const title = names.get(conference.id);
    if (title === undefined) continue;
    const words = [
      conference.place,
      conference.chair,
      ...conference.points.flatMap(({ name, place, host }) => [name, place, host]),
      ...conference.programme.flatMap(({ content, by }) => [content, by]),
      ...conference.materials.map(({ name }) => name),
    ];
    yield {
      kind: 'conference',
      id: conference.id,
      dossierId: about.dossierId,
      title,
      where: 'Chuẩn bị hội nghị',
      text: words.filter((part) => part !== '').join(' · '),
      year: about.year,
      closed: about.closed,
    };
  }
};
