/** The intake tray: a faulty file is kept back, listed, opened, put right or dismissed. */
import { bad, good, rows, text } from '../case';
import type { Case, TakenFile } from '../case';

/** Played after the reports' own story: the broken file that it dropped lies in the tray. */
export const intake: readonly Case[] = [
  good('intake.tray', {}, (value, memory) => {
    const [first] = rows(value['open']);
    const [batch] = rows(value['batches']);
    if (!first || !batch) throw new Error('the broken form is not in the tray');
    memory.set('kept back', first['id']);
    memory.set('batch', batch['id']);
  }),
  good('intake.batch', (memory) => ({ batchId: text(memory, 'batch') })),
  bad('intake.batch', 'NOT_FOUND', { batchId: 'khong-co' }),
  // A damaged file is not kept: only its name and the reason.
  bad('intake.file', 'NOT_FOUND', (memory) => ({ itemId: text(memory, 'kept back') })),
  // An empty form is readable: it is kept, and can be opened as it came.
  good('report.import', async (memory, host) => {
    const [form] = memory.get('forms') as readonly TakenFile[];
    if (!form) throw new Error('the story has no forms');
    memory.set('empty form', form.bytes);
    return { tickets: [await host.upload(form.name, form.bytes)] };
  }),
  good('intake.tray', {}, (value, memory) => {
    memory.set('empty', rows(value['open'])[0]?.['id']);
  }),
  good(
    'intake.file',
    (memory) => ({ itemId: text(memory, 'empty') }),
    async (value, memory, host) => {
      const [file] = await host.take(value as unknown as { ticket: string; suggestedName: string });
      if (!Buffer.from(file?.bytes ?? []).equals(Buffer.from(memory.get('empty form') as Uint8Array)))
        throw new Error('the original came back changed');
    },
  ),
  good('report.fixList', {}, async (value, _memory, host) => {
    const files = await host.take(value as unknown as { ticket: string; suggestedName: string });
    if (files.length < 1) throw new Error('no list came');
  }),
  bad('report.fixList', 'NOT_FOUND', { batchId: 'khong-co' }),
  bad('intake.dismiss', 'BAD_REQUEST', (memory) => ({ itemId: text(memory, 'kept back'), reason: ' ' })),
  good('intake.dismiss', (memory) => ({ itemId: text(memory, 'kept back'), reason: 'Tệp hỏng, đã xin lại' })),
  bad('intake.dismiss', 'CONFLICT', (memory) => ({ itemId: text(memory, 'kept back'), reason: 'lần nữa' })),
];
