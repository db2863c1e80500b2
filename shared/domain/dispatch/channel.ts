import { z } from 'zod';

/** Cách gửi: by hand, post, e-mail, Zalo, the document network. A directory entry may have its usual one. */
export const channelSchema = z.enum(['hand', 'post', 'email', 'zalo', 'network']);
export type Channel = z.infer<typeof channelSchema>;
