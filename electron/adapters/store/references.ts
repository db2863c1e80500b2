/** Names of aggregates and files as they may stand in a path. */
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Ref } from '../../../shared/ports/store';

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
export const SHA256 = /^[0-9a-f]{64}$/;

/** Relative folder of an aggregate, with `/`. BAD_REQUEST where the id could leave its folder or is no ASCII name. */
export function folderOf(ref: Ref): Result<string> {
  if (!SAFE_ID.test(ref.id) || ref.id.endsWith('.') || RESERVED.test(ref.id))
    return fail('BAD_REQUEST', `Mã “${ref.id}” không dùng được làm tên thư mục dữ liệu.`);
  if (ref.kind === 'office') {
    if (ref.id !== 'office')
      return fail('BAD_REQUEST', `Chỉ có một cơ quan, mã “office”; nhận được “${ref.id}”.`);
    return ok('office');
  }
  if (ref.kind === 'intake') {
    if (ref.id !== 'intake')
      return fail('BAD_REQUEST', `Chỉ có một khay tiếp nhận, mã “intake”; nhận được “${ref.id}”.`);
    return ok('intake');
  }
  if (ref.kind === 'incoming') {
    if (ref.id !== 'incoming')
      return fail('BAD_REQUEST', `Chỉ có một sổ văn bản đến, mã “incoming”; nhận được “${ref.id}”.`);
    return ok('incoming');
  }
  return ok(`${ref.kind === 'register' ? 'r' : 'd'}/${ref.id}`);
}

export function keyOf(ref: Ref): string {
  return `${ref.kind}/${ref.id}`;
}

/** Words for a person: which aggregate is meant. */
export function nameOf(ref: Ref): string {
  if (ref.kind === 'office') return 'dữ liệu cơ quan';
  if (ref.kind === 'intake') return 'khay tiếp nhận';
  if (ref.kind === 'incoming') return 'sổ văn bản đến';
  return ref.kind === 'register' ? `sổ đăng ký “${ref.id}”` : `hồ sơ “${ref.id}”`;
}

/** Lower-case extension without dot; `bin` for what is no plain extension. */
export function safeExtension(extension: string): string {
  const plain = extension.replace(/^\./, '').toLowerCase();
  return /^[a-z0-9]{1,8}$/.test(plain) ? plain : 'bin';
}
