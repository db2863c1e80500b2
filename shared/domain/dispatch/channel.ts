import { z } from 'zod';
import { matchKey } from '../../text/normalize';

/** Cách gửi: by hand, post, e-mail, Zalo, the document network. A directory entry may have its usual one. */
export const channelSchema = z.enum(['hand', 'post', 'email', 'zalo', 'network']);
export type Channel = z.infer<typeof channelSchema>;

/** How offices write each way in a list, folded; the key itself is what `office show` prints. */
const CHANNEL_WORDS: Readonly<Record<Channel, readonly string[]>> = {
  hand: ['hand', 'truc tiep', 'tan tay', 'trao tay', 'gui tay', 'giao tay', 'tay'],
  post: ['post', 'buu dien', 'buu chinh', 'duong buu dien', 'gui buu dien'],
  email: ['email', 'e mail', 'mail', 'thu dien tu', 'hop thu dien tu'],
  zalo: ['zalo'],
  network: [
    'network', 'mang noi bo', 'mang', 'mang van ban', 'truc lien thong', 'truc lien thong van ban',
    'he thong quan ly van ban', 'phan mem quan ly van ban', 'mang thong tin dien rong', 'mang dien rong cua dang',
  ],
}; // prettier-ignore

/** "Bưu điện" → post, whatever its case and marks; null: no such way. */
export function channelOfWords(text: string): Channel | null {
  const key = matchKey(text);
  return channelSchema.options.find((channel) => CHANNEL_WORDS[channel].includes(key)) ?? null;
}
