import type { IncomingMessage } from 'node:http';

/** Rule: a body of at most `limit` bytes, whatever its header says. Null: it was larger (the rest is not read). */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    length += bytes.byteLength;
    if (length > limit) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts, length);
}
