/** Every invented plan and every shipped template, printed in the three profiles: the PDF reads as the Word file does. */
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { readDocumentBytes } from '../../../electron/adapters/intake/read-document';
import { readPlan } from '../../../shared/domain/plan/reading/read-plan';
import { unwrap } from '../../../shared/result';
import { inventedPlans, templatePlans } from '../../support/plans/plan-texts';
import { essence, printedPage } from '../../support/plans/printed-plan';
import { PROFILES, type ProfileId } from '../presentation/invented';

const fonts = locateFontsFolder('/nowhere');
const plans = [...inventedPlans(), ...templatePlans()];

async function essenceOf(bytes: Uint8Array, fileName: string) {
  return essence(readPlan(unwrap(await readDocumentBytes(bytes, fileName))).plan);
}

describe.each(PROFILES)('printed by %s', (id: ProfileId) => {
  it.each(plans.map((one) => [one.name, one] as const))('%s', async (_, { plan, text }) => {
    const page = printedPage(plan, text, id);
    const word = await essenceOf(await writeDocx(page, fonts), 'ke-hoach.docx');
    expect(word.sections.length).toBeGreaterThan(0);
    expect(await essenceOf(await writePdf(page, fonts), 'ke-hoach.pdf')).toEqual(word);
  });
});
