/** Serves the window's own files, for app:// and for the loopback host alike. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './content-security-policy';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

export interface Page {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * The answer to a GET of `pathname` (percent-encoded, beginning with "/"). An address without a file extension is the
 * window's own (React Router): it gets index.html.
 */
export async function servePage(rendererFolder: string, pathname: string): Promise<Page> {
  const path = safePath(pathname);
  const extension = path === null ? '' : extname(path);
  if (path === null || (extension !== '' && !(extension in TYPES))) return notFound();
  if (extension !== '' && extension !== '.html') {
    const body = await readFile(join(rendererFolder, path)).catch(() => null);
    if (!body) return notFound();
    // Names of built files carry a hash of their content.
    return page(200, TYPES[extension] ?? '', body, 'public, max-age=31536000, immutable');
  }
  if (extension === '.html' && path !== 'index.html') return notFound();
  const index = await readFile(join(rendererFolder, 'index.html'), 'utf8').catch(() => null);
  if (index === null) return notFound();
  const nonce = randomBytes(16).toString('base64');
  const body = Buffer.from(index.replaceAll(NONCE_PLACEHOLDER, nonce));
  return page(200, 'text/html; charset=utf-8', body, 'no-store', nonce);
}

/** Path below the folder, or null where it would leave it. */
function safePath(pathname: string): string | null {
  try {
    const parts = decodeURIComponent(pathname)
      .split('/')
      .filter((part) => part !== '');
    const unsafe = parts.some((part) => part === '..' || part.startsWith('.') || /[\\:\0]/.test(part));
    return unsafe ? null : parts.join('/');
  } catch {
    return null;
  }
}

function notFound(): Page {
  return page(404, 'text/plain; charset=utf-8', Buffer.from('Không có trang này.'), 'no-store');
}

function page(
  status: Page['status'],
  type: string,
  body: Buffer,
  cache: string,
  nonce: string = randomBytes(16).toString('base64'),
): Page {
  return {
    status,
    body,
    headers: {
      'content-type': type,
      'content-length': String(body.byteLength),
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': cache,
    },
  };
}
