/** The places of the left rail: Alt+1…9, Alt+0 in this order. Each remembers the address it was left at. */
import type { IconName } from '../ui/icon';

export interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
}

export const PLACES: readonly Place[] = [
  { path: '/hom-nay', name: 'Hôm nay', icon: 'today' },
  { path: '/ke-hoach', name: 'Kế hoạch', icon: 'plan' },
  { path: '/bao-cao', name: 'Báo cáo', icon: 'report' },
  { path: '/tong-hop', name: 'Tổng hợp', icon: 'sum' },
  { path: '/van-ban-di', name: 'Văn bản đi', icon: 'register' },
  { path: '/van-ban-den', name: 'Văn bản đến', icon: 'incoming' },
  { path: '/lich', name: 'Lịch', icon: 'calendar' },
  { path: '/luu-tru', name: 'Lưu trữ', icon: 'archive' },
  { path: '/danh-muc', name: 'Danh mục', icon: 'directory' },
  { path: '/cai-dat', name: 'Cài đặt', icon: 'settings' },
];

/** "Alt+1" … "Alt+9", the tenth "Alt+0": as the digits lie on the keyboard. */
export function keyOfPlace(index: number): string {
  return `Alt+${(index + 1) % 10}`;
}

const KEY = 'vpdu.place.';

export function placeOf(pathname: string): Place | undefined {
  return PLACES.find((place) => pathname === place.path || pathname.startsWith(`${place.path}/`));
}

export function rememberAddress(pathname: string, search: string): void {
  const place = placeOf(pathname);
  if (place) sessionStorage.setItem(KEY + place.path, pathname + search);
}

/** Where to go on a click: where it was left, or its first page when it is the place that is open. */
export function addressOf(place: Place, current: string): string {
  if (placeOf(current) === place) return place.path;
  return sessionStorage.getItem(KEY + place.path) ?? place.path;
}
