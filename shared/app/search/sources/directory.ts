/** The directory, and the places of the window. */
import { KIND_NAMES } from '../../../domain/office/directory';
import type { Entry } from '../entry';
import type { SearchedView } from '../policy';

export function* directorySource(view: SearchedView<'office'>): Generator<Entry> {
  for (const entry of view.records('entries'))
    yield {
      kind: 'unit',
      id: entry.id,
      dossierId: null,
      title: entry.name,
      where: `Danh mục: ${KIND_NAMES[entry.kind].toLowerCase()}`,
      text: [entry.short, ...entry.aliases].filter((part) => part !== '').join('; '),
      year: null,
      closed: null,
    };
}

const PLACES: readonly (readonly [string, string])[] = [
  ['today', 'Hôm nay'], ['plans', 'Kế hoạch'], ['registers', 'Văn bản đi'], ['incoming', 'Văn bản đến'], ['reports', 'Báo cáo'],
  ['summary', 'Tổng hợp'], ['calendar', 'Lịch'], ['archive', 'Lưu trữ'], ['directory', 'Danh mục dùng chung'],
  ['settings', 'Cài đặt'],
]; // prettier-ignore

export function* placeSource(): Generator<Entry> {
  for (const [id, title] of PLACES)
    yield {
      kind: 'place',
      id,
      dossierId: null,
      title,
      where: 'Màn hình',
      text: '',
      year: null,
      closed: null,
    };
}
