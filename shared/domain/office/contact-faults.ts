/** What is wrong with an address, e-mail or telephone of the directory; typed in the window or read from a file. */
import type { DirectoryEntry } from './model';

const LONGEST_ADDRESS = 300;
const LONGEST_PHONE = 50;
const ADDRESS_OF_MAIL = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/u;
const PHONE = /^[\d\s+().\-/]*\d[\d\s+().\-/]*$/u;

export const CONTACT_COLUMNS = { address: 'Địa chỉ', email: 'Thư điện tử', phone: 'Điện thoại' } as const;
type ContactField = keyof typeof CONTACT_COLUMNS;

/** A sentence, or null. Nothing written is no fault. */
function contactFault(field: ContactField, text: string): string | null {
  if (text === '') return null;
  switch (field) {
    case 'address':
      return text.length > LONGEST_ADDRESS
        ? `địa chỉ dài quá ${LONGEST_ADDRESS} ký tự; hãy ghi gọn lại.`
        : null;
    case 'email':
      if (ADDRESS_OF_MAIL.test(text.trim())) return null;
      return text.split('@').length > 2
        ? `“${text}” có nhiều địa chỉ; mỗi ô chỉ ghi một địa chỉ thư điện tử.`
        : `“${text}” không phải là địa chỉ thư điện tử (dạng ten@co-quan.vn).`;
    case 'phone':
      if (text.length > LONGEST_PHONE) return `số điện thoại dài quá ${LONGEST_PHONE} ký tự.`;
      return PHONE.test(text)
        ? null
        : `“${text}” không phải là số điện thoại; chỉ ghi chữ số, dấu cách và các dấu + ( ) . - /`;
  }
}

type Contact = Pick<DirectoryEntry, ContactField>;

/** Faults by field. What stands already is not asked about again: another field is being written. */
export function contactFaults(
  contact: Contact,
  standing: Contact | null | undefined,
): readonly (readonly [ContactField, string])[] {
  return (Object.keys(CONTACT_COLUMNS) as ContactField[]).flatMap((field) => {
    const text = contact[field] ?? '';
    const fault = text === standing?.[field] ? null : contactFault(field, text);
    return fault === null ? [] : [[field, fault] as const];
  });
}
