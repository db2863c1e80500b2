/** Names of bodies and types, printed in capitals, as sentences write them. */
import type { OfficeProfile } from '../domain/office/model';

/** "KẾ HOẠCH" → "Kế hoạch". */
export function capitalised(text: string): string {
  const lower = text.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** "ĐẢNG ỦY PHƯỜNG AN BÌNH" of the place "An Bình" → "Đảng ủy phường An Bình". */
export function bodyName(office: Pick<OfficeProfile, 'place'>, body: string): string {
  const written = capitalised(body);
  const place = office.place.toLowerCase();
  const at = written.toLowerCase().lastIndexOf(place);
  if (at < 0) return written;
  return `${written.slice(0, at)}${office.place}${written.slice(at + place.length)}`;
}

/** Who speaks in a text of this office: "Ban Thường vụ Đảng ủy phường An Bình", "Ủy ban nhân dân phường An Bình". */
export function issuerInSentence(office: Pick<OfficeProfile, 'place' | 'system' | 'issuingBody'>): string {
  const body = bodyName(office, office.issuingBody);
  return office.system === 'party' && body.startsWith('Đảng ủy') ? `Ban Thường vụ ${body}` : body;
}
