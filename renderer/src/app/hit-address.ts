/** Where a hit of the search is opened. */
import type { OutputOf } from '../../../shared/rpc/contract';

export type Hit = OutputOf<'search.find'>['hits'][number];

export function addressOfHit(hit: Pick<Hit, 'kind' | 'id' | 'dossierId'>): string {
  const { kind, dossierId } = hit;
  const id = encodeURIComponent(hit.id);
  if (kind === 'unit') return `/danh-muc/don-vi?tim=${id}`;
  if (kind === 'incoming' || (kind === 'file' && dossierId === null)) return `/van-ban-den?dong=${id}`;
  if (kind === 'register') {
    // The number stands last: a series names itself with bars too.
    const bar = hit.id.lastIndexOf('|');
    const series = encodeURIComponent(hit.id.slice(0, bar));
    return `/van-ban-di?so=${series}&dong=${hit.id.slice(bar + 1)}`;
  }
  if (dossierId === null) return '/ke-hoach';
  const base = `/ke-hoach/${dossierId}`;
  switch (kind) {
    case 'plan':
      return base;
    case 'document':
      return `${base}/van-ban?van-ban=${id}`;
    case 'delivery': {
      const [document = ''] = hit.id.split('|');
      return `${base}/noi-nhan?van-ban=${encodeURIComponent(document)}`;
    }
    case 'file':
      return `${base}/tep?tep=${id}`;
    case 'own-plan':
      return `/bao-cao/ke-hoach-don-vi?ho-so=${dossierId}&yeu-cau=${id}`;
    case 'upward':
      return `/bao-cao/gui-cap-tren?ho-so=${dossierId}&muc=${id}`;
    default:
      return `${base}/ra-soat?muc=${id}`;
  }
}
