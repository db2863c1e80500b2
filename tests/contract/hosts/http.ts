import { serveWeb } from '../../../electron/web/server';
import { unwrap, type Result } from '../../../shared/result';
import { HTTP_PATHS, TOKEN_HEADER } from '../../../shared/rpc/http';
import { openApplication } from '../../support/built-application';
import type { ContractHost } from '../case';

/** Real HTTP on 127.0.0.1, as the window in a browser speaks it. */
export async function overHttp(dataFolder: string): Promise<ContractHost> {
  const application = await openApplication(dataFolder, { host: 'web' });
  const web = await serveWeb(application, 'out/renderer');
  const origin = `http://127.0.0.1:${web.port}`;
  const headers = { origin, [TOKEN_HEADER]: web.token };

  const post = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body,
    });
    return (await response.json()) as Result<unknown>;
  };

  return {
    name: 'HTTP',
    send: (request) => post(HTTP_PATHS.rpc, 'application/json', JSON.stringify(request)),
    async upload(name, bytes) {
      const query = new URLSearchParams({ name, place: name }).toString();
      const path = `${HTTP_PATHS.files}?${query}`;
      const reply = await post(path, 'application/octet-stream', new Uint8Array(bytes));
      return (unwrap(reply) as { ticket: string }).ticket;
    },
    async take({ ticket }) {
      const response = await fetch(`${origin}${HTTP_PATHS.download}/${ticket}`, { headers });
      if (!response.ok) throw new Error(`download: ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const name = decodeURIComponent(
        /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
      );
      if (!name.endsWith('.zip')) return [{ name, bytes }];
      // Several files come as one zip; a single zip is itself.
      const unpacked = await application.ports.zipReader.unzip(bytes, name);
      const files = unwrap(unpacked);
      return files.every((file) => file.name.endsWith('.xlsx')) ? files : [{ name, bytes }];
    },
    async close() {
      await web.close();
      await application.close();
    },
  };
}
