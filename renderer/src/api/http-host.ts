/** The loopback host: the same application over HTTP on 127.0.0.1. */
import { hostEventSchema, type HostEvent } from '../../../shared/rpc/method';
import { HTTP_PATHS, TOKEN_FRAGMENT, TOKEN_HEADER } from '../../../shared/rpc/http';
import type { HandedFile } from '../../../shared/rpc/bridge';
import type { Reply } from '../../../shared/rpc/client';
import { flattenDropped, type PlacedFile } from './drop';
import type { Host } from './host';
import { lostHost } from './errors';

const TOKEN_KEY = 'vpdu.token';

/** Takes the one-time token out of the address (a reload would lose the fragment) and keeps it for this tab. */
function takeToken(): string {
  const fragment = window.location.hash.replace(/^#/, '');
  const token = new URLSearchParams(fragment).get(TOKEN_FRAGMENT) ?? '';
  if (token !== '') {
    sessionStorage.setItem(TOKEN_KEY, token);
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? '';
}

export function httpHost(): Host {
  const headers = { [TOKEN_HEADER]: takeToken() };
  const listeners = new Set<(event: HostEvent) => void>();
  let stream: Promise<void> | null = null;

  async function post(path: string, body: BodyInit, type: string): Promise<Reply> {
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body,
      });
      return (await response.json()) as Reply;
    } catch {
      return lostHost();
    }
  }

  async function upload({ file, place }: PlacedFile): Promise<HandedFile> {
    const reply = await post(
      `${HTTP_PATHS.files}?name=${encodeURIComponent(file.name)}&place=${encodeURIComponent(place)}`,
      file,
      'application/octet-stream',
    );
    if (!reply.ok) throw new Error(reply.error.message);
    return { ticket: (reply.value as { ticket: string }).ticket, name: place };
  }

  async function uploadAll(files: readonly PlacedFile[]): Promise<readonly HandedFile[]> {
    const handed: HandedFile[] = [];
    for (const file of files) handed.push(await upload(file));
    return handed;
  }

  return {
    kind: 'web',
    call: (request) => post(HTTP_PATHS.rpc, JSON.stringify(request), 'application/json'),
    on: (listener) => {
      listeners.add(listener);
      stream ??= listen(headers, (event) => {
        for (const each of listeners) each(event);
      });
      return () => listeners.delete(listener);
    },
    hand: async (dropped) => uploadAll(await flattenDropped(dropped)),
    pick: async (options) => {
      const files = await chooseFiles(options.extensions, options.multiple, options.folder ?? false);
      return uploadAll(files.map((file) => ({ file, place: file.webkitRelativePath || file.name })));
    },
    save: async (offered) => {
      const response = await fetch(`${HTTP_PATHS.download}/${encodeURIComponent(offered.ticket)}`, {
        headers,
      });
      if (!response.ok) throw new Error('Không tải được tệp. Hãy xuất lại.');
      const url = URL.createObjectURL(await response.blob());
      const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
      const link = document.createElement('a');
      link.href = url;
      link.download = named ? decodeURIComponent(named) : offered.suggestedName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      return link.download;
    },
    openSaved: null,
    openDataFolder: null,
    restart: async () => {
      const reply = await post(HTTP_PATHS.quit, '{}', 'application/json');
      if (!reply.ok) throw new Error(reply.error.message);
    },
  };
}

/** Reads /events (one JSON a line) for as long as the tab lives; the open stream also tells the host that we live. */
async function listen(headers: Record<string, string>, emit: (event: HostEvent) => void): Promise<void> {
  for (let wait = 500; ; wait = Math.min(wait * 2, 10_000)) {
    try {
      const response = await fetch(HTTP_PATHS.events, { headers });
      const reader = response.ok
        ? response.body?.pipeThrough(new TextDecoderStream()).getReader()
        : undefined;
      if (reader) {
        wait = 500;
        await readLines(reader, emit);
      }
    } catch {
      // The host was restarted or the stream broke: try again below.
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function readLines(
  reader: ReadableStreamDefaultReader<string>,
  emit: (event: HostEvent) => void,
): Promise<void> {
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      const event = hostEventSchema.safeParse(JSON.parse(line));
      if (event.success) emit(event.data);
    }
  }
}

function chooseFiles(extensions: readonly string[], multiple: boolean, folder: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = multiple;
    input.hidden = true;
    input.setAttribute('data-testid', 'file-picker');
    if (folder) input.webkitdirectory = true;
    else input.accept = extensions.map((extension) => `.${extension}`).join(',');
    const finish = (files: File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });
}
