/** A plan and a document from above that come as PDFs: read where they have words, kept as they are. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createInlineDocumentPorts } from '../../../../electron/adapters/workers/document-ports';
import { readPlan, sourceFromText } from '../../../../shared/domain/plan/reading/read-plan';
import { unwrap } from '../../../../shared/result';
import { rawPdf } from '../../../support/pdf/raw-pdf';
import { printedPage } from '../../../support/plans/printed-plan';
import { SUPERIOR_PLAN } from '../../../support/plans/superior-plan';
import { officeWithPlan } from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

const documents = createInlineDocumentPorts();
let app: Awaited<ReturnType<typeof officeWithPlan>>;
beforeEach(async () => {
  app = await officeWithPlan();
  Object.assign(app.ports, { documentReader: documents.documentReader, textReader: documents.textReader });
});

async function pdfOf(text: string): Promise<Uint8Array> {
  const { plan, text: read } = readPlan(sourceFromText(text));
  return unwrap(await documents.pdfWriter.write(printedPage(plan, read, 'hd36')));
}
const drop = (bytes: Uint8Array, name = 'Kế hoạch.pdf') => app.ports.drop({ name, bytes });
const scan = rawPdf([{ picture: true }]);

describe('plan.import of a PDF', () => {
  it('keeps the file byte for byte, reads its tasks, and finds the dossier again by it', async () => {
    const bytes = await pdfOf(samplePlanText.replace('27-NQ/TU ngày', '28-NQ/TU ngày'));
    const first = await app.call('plan.import', { ticket: drop(bytes) });
    expect(first.again).toBe(false);
    const view = await app.call('plan.get', { dossierId: first.dossierId });
    expect(view.items.some((item) => item.kind === 'task' && item.text.includes('10/6/2026'))).toBe(true);
    expect(view.files).toMatchObject([{ name: 'Kế hoạch.pdf', role: 'source', extension: 'pdf' }]);
    const offered = await app.call('file.get', {
      dossierId: first.dossierId,
      sha256: view.files[0]?.id ?? '',
    });
    expect(Buffer.from(app.ports.taken(offered.ticket)[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(
      true,
    );
    const second = await app.call('plan.import', { ticket: drop(bytes, 'ten-khac.pdf') });
    expect(second).toMatchObject({ dossierId: first.dossierId, again: true });
  });

  it('tells of a scanned page between its pages, in the reply and in the review', async () => {
    const lines = [
      'KE HOACH',
      'cong tac dang nam 2026',
      'I. MUC DICH',
      '- Quan triet nghi quyet trong toan Dang bo.',
    ];
    const bytes = rawPdf([{ lines }, { picture: true }, { lines: lines.slice(2) }]);
    const { dossierId, warnings } = await app.call('plan.import', { ticket: drop(bytes) });
    const { plan } = await app.call('plan.get', { dossierId });
    for (const told of [warnings, plan.parsed.warnings])
      expect(told.filter(({ message }) => message.startsWith('Trang 2 của tệp PDF là ảnh'))).toHaveLength(1);
  });

  it('keeps nothing of one with a mark of secrecy, or of a scan', async () => {
    const before = await app.call('plan.list', {});
    const { plan, text } = readPlan(sourceFromText(samplePlanText));
    const page = printedPage(plan, text, 'hd36');
    const [part] = page.parts;
    const mark = { kind: 'paragraph', runs: [{ text: 'TỐI MẬT' }], size: 14, align: 'right' } as const;
    const marked = { ...page, parts: [{ ...part!, blocks: [mark, ...part!.blocks] }] };
    const secret = unwrap(await documents.pdfWriter.write(marked));
    const refused = await app.refusal('plan.import', { ticket: drop(secret) });
    expect(refused.code).toBe('FORBIDDEN');
    expect(refused.message).toContain('“Kế hoạch.pdf” có dấu TỐI MẬT');
    const unread = await app.refusal('plan.import', { ticket: drop(scan) });
    expect(unread.message).toContain('PDF quét từ giấy');
    expect(await app.call('plan.list', {})).toEqual(before);
  });
});

describe('incoming.read of a PDF', () => {
  it('proposes number, date and issuer from its text', async () => {
    const { fields, readable } = await app.call('incoming.read', {
      ticket: drop(await pdfOf(SUPERIOR_PLAN)),
    });
    const value = (field: string) => fields.find((one) => one.field === field)?.value;
    expect(readable).toBe(true);
    expect(value('numberText')).toContain('27-KH/BTCTU');
    expect(value('date')).toBe('2026-01-12');
    expect(value('issuer')?.toUpperCase()).toBe('BAN TỔ CHỨC THÀNH ỦY');
    expect(value('subject')).toContain('rà soát quy chế làm việc');
  });

  it('leaves a scan or a damaged one to a person, without a word', async () => {
    for (const bytes of [scan, Buffer.from('%PDF-1.7 rác')])
      expect(await app.call('incoming.read', { ticket: drop(bytes) })).toMatchObject({
        readable: false,
        fields: [],
      });
  });
});
