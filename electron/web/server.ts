/** The loopback host: the same application on 127.0.0.1, for an installed Edge, Chrome or Chromium. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fail, ok, type ErrorCode, type Result } from '../../shared/result';
import { HTTP_PATHS, TOKEN_FRAGMENT, TOKEN_HEADER } from '../../shared/rpc/http';
import { safeFileName } from '../../shared/text/file-name';
import { toNfc } from '../../shared/text/normalize';
import type { Application } from '../application';
import { servePage } from '../host/pages';
import { hasContentType, hasExactHost, hasOwnOrigin, hasToken } from './rules/check-head';
import { readBody } from './rules/read-body';
import { createStreams } from './streams';

export interface WebLimits {
  /** Bytes of a JSON request: a pasted plan fits many times over. */
  readonly jsonBytes: number;
  /** Bytes of one uploaded file. */
  readonly uploadBytes: number;
  /** How long the host goes on after its last tab has gone. */
  readonly graceMs: number;
}

export const WEB_LIMITS: WebLimits = {
  jsonBytes: 8 * 1024 * 1024,
  uploadBytes: 100 * 1024 * 1024,
  graceMs: 60_000,
};

export interface WebHost {
  readonly port: number;
  readonly token: string;
  /** The one-time address: the token stands in the fragment, which is never sent. */
  readonly address: string;
  /** Resolves when a person ended it or the last tab has been gone for a minute. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const JSON_TYPE = 'application/json';
const BYTES_TYPE = 'application/octet-stream';

/** Listens on 127.0.0.1 at a random port. The caller closes the application. */
export async function serveWeb(
  application: Application,
  rendererFolder: string,
  limits: WebLimits = WEB_LIMITS,
): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url');
  let port = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const streams = createStreams(limits.graceMs, () => {
    // Work in hand is finished first; a tab may come back meanwhile, so the host ends only when it is done.
    void application.idle().then(end);
  });
  const stopListening = application.onEvent((event) => streams.tell(event));

  /** The route that answers, or the status with which the request is refused. */
  const admit = (request: IncomingMessage, url: URL): Route | Refusal => {
    if (!hasExactHost(request.headers, port)) return { status: 421 };
    const route = routes[url.pathname] ?? (isDownload(url.pathname) ? download : page);
    if (request.method !== route.method) return { status: 405, headers: { allow: route.method } };
    if (!hasOwnOrigin(request.headers, port, route.method === 'GET')) return { status: 403 };
    if (route.token && !hasToken(request.headers[TOKEN_HEADER], token)) return { status: 403 };
    if (route.type !== null && !hasContentType(request.headers, route.type)) return { status: 415 };
    return route;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const admitted = admit(request, url);
    if ('status' in admitted) refuse(response, admitted);
    else await admitted.answer(request, response, url);
  };

  const page: Route = {
    method: 'GET',
    token: false,
    type: null,
    async answer(_request, response, url) {
      const { status, headers, body } = await servePage(rendererFolder, url.pathname);
      response.writeHead(status, headers).end(body);
    },
  };

  const download: Route = {
    method: 'GET',
    token: true,
    type: null,
    async answer(_request, response, url) {
      const ticket = decodeURIComponent(url.pathname.slice(HTTP_PATHS.download.length + 1));
      const offer = application.outputs.take(ticket);
      if (!offer.ok) {
        reply(response, offer, 404);
        return;
      }
      const { files, suggestedName } = offer.value;
      const [only] = files;
      const single = files.length === 1 && only !== undefined;
      const body = single ? only.bytes : await application.ports.zipWriter.zip(files);
      const name = safeFileName(single ? suggestedName : `${suggestedName.replace(/\.zip$/i, '')}.zip`);
      response
        .writeHead(200, {
          ...PRIVATE,
          'content-type': BYTES_TYPE,
          'content-length': body.byteLength,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        })
        .end(body);
    },
  };

  const routes: Readonly<Record<string, Route>> = {
    [HTTP_PATHS.rpc]: {
      method: 'POST',
      token: true,
      type: JSON_TYPE,
      async answer(request, response) {
        const body = await readBody(request, limits.jsonBytes);
        if (body) reply(response, await application.dispatch(parseJson(body)));
        else tooLarge(request, response);
      },
    },
    [HTTP_PATHS.files]: {
      method: 'POST',
      token: true,
      type: BYTES_TYPE,
      async answer(request, response, url) {
        const body = await readBody(request, limits.uploadBytes);
        if (body) keepUpload(application, body, url.searchParams, response);
        else tooLarge(request, response);
      },
    },
    [HTTP_PATHS.events]: {
      method: 'GET',
      token: true,
      type: null,
      async answer(_request, response) {
        response.writeHead(200, { ...PRIVATE, 'content-type': 'application/x-ndjson; charset=utf-8' });
        streams.add(response);
      },
    },
    [HTTP_PATHS.quit]: {
      method: 'POST',
      token: true,
      type: JSON_TYPE,
      async answer(_request, response) {
        reply(response, ok(null));
        response.once('close', end);
      },
    },
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      application.ports.log.error('http request failed', { fault: String(fault) });
      if (!response.headersSent) refuse(response, { status: 500 });
      else response.destroy();
    });
  });
  port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

  return {
    port,
    token,
    address: `http://127.0.0.1:${port}/#${TOKEN_FRAGMENT}=${token}`,
    ended,
    async close() {
      stopListening();
      streams.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

interface Refusal {
  readonly status: 403 | 405 | 415 | 421 | 500;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly token: boolean;
  /** Content type that is required, null where there is no body. */
  readonly type: string | null;
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

const PRIVATE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

function isDownload(pathname: string): boolean {
  return pathname.startsWith(`${HTTP_PATHS.download}/`);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function reply(response: ServerResponse, result: Result<unknown>, status = 200): void {
  const body = Buffer.from(JSON.stringify(result));
  response
    .writeHead(status, {
      ...PRIVATE,
      'content-type': `${JSON_TYPE}; charset=utf-8`,
      'content-length': body.byteLength,
    })
    .end(body);
}

const REFUSALS: Readonly<Record<Refusal['status'], readonly [ErrorCode, string]>> = {
  403: [
    'FORBIDDEN',
    'Yêu cầu không đến từ cửa sổ của chương trình, hoặc địa chỉ mở đã hết hạn. Hãy mở lại chương trình.',
  ],
  405: ['BAD_REQUEST', 'Địa chỉ này không nhận kiểu yêu cầu đó.'],
  415: ['BAD_REQUEST', 'Kiểu nội dung gửi đi không đúng.'],
  421: ['FORBIDDEN', 'Yêu cầu đến bằng một tên máy khác nên bị từ chối.'],
  500: ['INTERNAL', 'Chương trình gặp lỗi khi trả lời; dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại.'],
};

function refuse(response: ServerResponse, { status, headers = {} }: Refusal): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  reply(response, fail(...REFUSALS[status]), status);
}

const MAX_NAME = 300;
const MAX_PLACE = 1000;

function keepUpload(
  application: Application,
  bytes: Uint8Array,
  about: URLSearchParams,
  response: ServerResponse,
): void {
  const name = toNfc(about.get('name') ?? '');
  const place = toNfc(about.get('place') ?? name);
  if (name === '' || name.length > MAX_NAME || place.length > MAX_PLACE) {
    reply(response, fail('BAD_REQUEST', 'Tệp gửi lên không có tên. Hãy chọn lại tệp.'), 400);
    return;
  }
  const ticket = application.inputs.fromBytes([{ name, place, bytes }]);
  reply(response, ticket.ok ? ok({ ticket: ticket.value }) : ticket);
}

/** Answers and closes: the rest of the body is not read. */
function tooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  reply(
    response,
    fail('BAD_REQUEST', 'Nội dung gửi lên quá lớn nên không nhận. Kiểm tra xem có chọn nhầm tệp không.'),
    413,
  );
  response.once('finish', () => request.destroy());
}
