/** Word files of plans that LibreOffice made PDFs of: the PDF says what the Word file says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { readDocumentBytes } from '../../../electron/adapters/intake/read-document';
import { readPlan } from '../../../shared/domain/plan/reading/read-plan';
import { unwrap } from '../../../shared/result';
import { inventedPlans, templatePlans } from '../../support/plans/plan-texts';
import { essence, printedPage } from '../../support/plans/printed-plan';
import { PROFILES } from '../presentation/invented';
import { saveAgain, saveAllAgain } from './programs';

const fonts = locateFontsFolder('/nowhere');
const plans = [...inventedPlans(), ...templatePlans()];

type Essence = ReturnType<typeof essence>;

async function essenceOf(bytes: Uint8Array, fileName: string): Promise<Essence> {
  return essence(readPlan(unwrap(await readDocumentBytes(bytes, fileName))).plan);
}

const fixture = (name: string) =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../fixtures/plans', name)));

describe('Word files as they come, made PDFs by LibreOffice', () => {
  it.each([
    '10-party-numbering.docx',
    '11-state-table.docx',
    '25-state-meetings-table.docx',
    '26-party-bare-annex.docx',
  ])('%s reads as the Word file', async (name) => {
    const word = fixture(name);
    const pdf = await essenceOf(saveAgain(word, 'docx', 'pdf'), 'ke-hoach.pdf');
    expect(pdf).toEqual(await essenceOf(word, name));
  });

  it('what a Word file has deleted under review is printed, so it is read', async () => {
    const pdf = unwrap(
      await readDocumentBytes(saveAgain(fixture('12-party-raw.docx'), 'docx', 'pdf'), 'a.pdf'),
    );
    const { plan } = readPlan(pdf);
    expect(plan.sections[0]?.paragraphs[0]).toContain('toàn diện và đầy đủ kết quả');
    const word = readPlan(unwrap(await readDocumentBytes(fixture('12-party-raw.docx'), 'a.docx'))).plan;
    // Its capitals have combining marks, which a PDF's reader parts from the next letter.
    const { header, signer, recipients } = essence(plan);
    expect({ header, signer, recipients }).toEqual({
      header: essence(word).header,
      signer: essence(word).signer,
      recipients: essence(word).recipients,
    });
  });

  it('TCVN3 that lost its “ư” in the PDF is refused, not read wrong', async () => {
    const read = await readDocumentBytes(
      saveAgain(fixture('24-party-old-fonts.docx'), 'docx', 'pdf'),
      'a.pdf',
    );
    expect(read.ok ? null : read.error.details?.['reason']).toBe('legacy');
  });
});

describe('our Word files, made PDFs by LibreOffice', () => {
  it.each(PROFILES)(
    'in %s: every part of every plan is read as from the Word file',
    async (id) => {
      const words = await Promise.all(
        plans.map(({ plan, text }) => writeDocx(printedPage(plan, text, id), fonts)),
      );
      const wrong: string[] = [];
      let parts = 0;
      for (const [index, pdf] of saveAllAgain(words, 'docx', 'pdf').entries()) {
        const expected = await essenceOf(words[index]!, 'ke-hoach.docx');
        const read = await essenceOf(pdf, 'ke-hoach.pdf');
        for (const part of Object.keys(expected) as (keyof Essence)[]) {
          parts += 1;
          if (JSON.stringify(read[part]) !== JSON.stringify(expected[part]))
            wrong.push(`${plans[index]!.name}: ${part}`);
        }
      }
      expect(parts).toBeGreaterThan(300);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});
