/** Where a hit of the search is opened. */
import type { OutputOf } from '../../../shared/rpc/contract';

export type Hit = OutputOf<'search.find'>['hits'][number];

export function addressOfHit(hit: Pick<Hit, 'kind' | 'id' | 'dossierId'>): string {
  const { kind, id, dossierId } = hit;
  if (kind === 'unit') return `/danh-muc/don-vi?tim=${encodeURIComponent(id)}`;
  if (kind === 'incoming' || (kind === 'file' && dossierId === null)) return `/van-ban-den?dong=${id}`;
  if (dossierId === null) return kind === 'register' ? '/van-ban-di' : '/ke-hoach';
  const base = `/ke-hoach/${dossierId}`;
  switch (kind) {
    case 'plan':
      return base;
    case 'document':
    case 'register':
      return `${base}/van-ban`;
    case 'file':
      return `${base}/tep?tep=${id}`;
    case 'own-plan':
      return `/bao-cao/ke-hoach-don-vi?ho-so=${dossierId}&yeu-cau=${id}`;
    case 'upward':
      return `/bao-cao/gui-cap-tren?ho-so=${dossierId}&muc=${id}`;
    default:
      return `${base}/ra-soat?muc=${encodeURIComponent(id)}`;
  }
}
