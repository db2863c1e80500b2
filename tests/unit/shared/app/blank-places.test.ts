/** A plan with dots that nobody filled in: asked about before it gets its number, told afterwards. */
import { describe, expect, it } from 'vitest';
import { blankWords } from '../../../../shared/domain/plan/lint/blank-places';
import { officeWithPlan } from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

const withLine = (line: string) => samplePlanText.replace(/\n(?=IV\.)/u, `\n- ${line}\n`);
type App = Awaited<ReturnType<typeof officeWithPlan>>;

async function planWith(line: string): Promise<{ app: App; dossierId: string }> {
  const app = await officeWithPlan();
  const { dossierId } = await app.call('plan.import', { text: withLine(line), name: 'Kế hoạch thử' });
  return { app, dossierId };
}
const about = (dossierId: string) => ({ dossierId, documentId: null, number: null, date: '2026-01-20' });

describe('places to fill in', () => {
  it.each([
    ['Gửi danh sách trước ngày …… tháng 6.', ['……']],
    ['Tổ chức tại ...., thành phần gồm ........ đại biểu.', ['....', '........']],
    ['Tổ chức vào ngày … tháng 6.', ['ngày … tháng']],
    ['Hội nghị ngày ../6/2026 tại hội trường.', ['ngày ../']],
    ['Trên Zalo, YouTube... để lan tỏa.', []],
    ['Cổ động trực quan, tờ gấp, v.v.... ở khu dân cư.', []],
    ['Các cơ quan, đơn vị…', []],
  ])('of “%s”', async (line, dots) => {
    const { app, dossierId } = await planWith(line);
    const { blanks } = await app.call('dispatch.nextNumber', about(dossierId));
    expect(blanks).toHaveLength(dots.length);
    for (const [at, words] of dots.entries()) expect(blanks[at]?.words).toContain(words);
  });

  it('are not those of the letterhead, the signature and forms after it', async () => {
    const app = await officeWithPlan();
    const { dossierId } = await app.call('plan.import', {
      text: samplePlanText.replace(/Số .*\n/u, 'Số ....-KH/ĐU\n').concat('\n\nMẪU BÁO CÁO\nĐơn vị: ……………\n'),
      name: 'Kế hoạch thử',
    });
    expect((await app.call('dispatch.nextNumber', about(dossierId))).blanks).toEqual([]);
  });

  it('in a long list are cut, with their count', () => {
    const blanks = Array.from({ length: 7 }, (_, at) => ({ where: `Mục ${at}`, words: 'ngày ……' }));
    expect(blankWords(blanks)).toMatch(/^Văn bản còn 7 chỗ chưa điền: Mục 0 “ngày ……”; .* và 2 chỗ khác\.$/u);
  });
});

describe('taking a number', () => {
  it('names the places and takes none until a person goes on; then the document’s way tells it', async () => {
    const { app, dossierId } = await planWith('Gửi danh sách về Văn phòng trước ngày …… tháng 6.');
    const refused = await app.refusal('dispatch.register', about(dossierId));
    expect(refused.code).toBe('CONFLICT');
    expect(refused.fieldErrors).toHaveProperty('blanksSeen');
    expect(refused.message).toMatch(/còn 1 chỗ chưa điền: Mục III[^“]*“.*trước ngày …… tháng 6\.”/u);
    expect((await app.call('dispatch.nextNumber', about(dossierId))).number).toBe(1);

    const taken = await app.call('dispatch.register', { ...about(dossierId), blanksSeen: true });
    expect(taken.warnings.join(' ')).toContain('1 chỗ chưa điền');
    const { steps } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(steps[0]?.reason).toContain('còn 1 chỗ chưa điền');
  });

  it('asks of the plan only, and a plan without such places is not asked about', async () => {
    const { app, dossierId } = await planWith('Gửi danh sách trước ngày …… tháng 6.');
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'CV',
      title: 'về việc thử ……',
      ticket: null,
    });
    await app.call('dispatch.register', { ...about(dossierId), documentId });
    const whole = await app.call('dispatch.register', about(app.dossierId));
    expect(whole.warnings).toEqual([]);
  });
});
