/** Our own Word file and our own PDF, read back by our own readers, are the plan that they were printed from: in every rule profile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../electron/adapters/export/pdf/write-pdf';
import { readDocumentBytes } from '../../electron/adapters/intake/read-document';
import type { ParsedPlan } from '../../shared/domain/plan/parsed';
import { readPlan, sourceFromText } from '../../shared/domain/plan/reading/read-plan';
import { unwrap } from '../../shared/result';
import { PROFILES, type ProfileId } from '../golden/presentation/invented';
import { essence, planText, planWithTable, printedPage } from '../support/plans/printed-plan';

const fonts = locateFontsFolder('/nowhere');
const FORMATS = ['docx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

async function printedAndRead(
  parsed: ParsedPlan,
  text: string,
  id: ProfileId,
  format: Format,
): Promise<ParsedPlan> {
  const page = printedPage(parsed, text, id);
  const bytes = await (format === 'pdf' ? writePdf : writeDocx)(page, fonts);
  return readPlan(unwrap(await readDocumentBytes(bytes, `ke-hoach.${format}`))).plan;
}

const CASES = PROFILES.flatMap((id: ProfileId) => FORMATS.map((format) => ({ id, format })));

describe.each(CASES)('printed by $id as $format and read back', ({ id, format }) => {
  it('is the same plan, whatever the plan', async () => {
    await fc.assert(
      fc.asyncProperty(planText, async (source) => {
        const { plan, text } = readPlan(sourceFromText(source));
        expect(essence(await printedAndRead(plan, text, id, format))).toEqual(essence(plan));
      }),
      { numRuns: 25 },
    );
  });

  it('is the same plan with a table of work, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(planWithTable, async (source) => {
        const { plan, text } = readPlan(source);
        expect(plan.workItems.length).toBeGreaterThan(0);
        expect(essence(await printedAndRead(plan, text, id, format))).toEqual(essence(plan));
      }),
      { numRuns: 15 },
    );
  });

  it.each(['11-state-table.docx', '25-state-meetings-table.docx', '26-party-bare-annex.docx', '30-school-table.txt', '03-party-hard-wrap.txt', '14-party-sentences.txt', '09-party-page-breaks.txt', '01-state-web-page.txt'])('is the same plan: %s', async (name) => {
    const file = join(import.meta.dirname, '../fixtures/plans', name);
    const { plan, text } = readPlan(unwrap(await readDocumentBytes(readFileSync(file), name)));
    const again = await printedAndRead(plan, text, id, format);
    // A web page leaves the superior body out; a printed plan has the office's.
    const parentBody = plan.header.parentBody ?? again.header.parentBody;
    expect(essence(again)).toEqual(essence({ ...plan, header: { ...plan.header, parentBody } }));
    const annex = (of: ParsedPlan) => of.unclassified.slice(of.unclassified.findIndex((line) => /^phụ lục/iu.test(line)));
    if (name.includes('annex')) expect(annex(again)).toEqual(annex(plan));
  }); // prettier-ignore
});
