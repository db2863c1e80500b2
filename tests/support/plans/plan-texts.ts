/** The texts of plans that the tests have: the invented ones and the shipped templates, filled in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planText } from '../../../shared/domain/plan/composing/plan-text';
import { filledIn, planTemplateSchema } from '../../../shared/domain/plan/composing/template';
import { readPlan, sourceFromText } from '../../../shared/domain/plan/reading/read-plan';
import { sourceFromLines } from '../../../shared/domain/plan/reading/source-from-lines';
import type { ParsedPlan } from '../../../shared/domain/plan/parsed';

export interface ReadText {
  readonly name: string;
  readonly plan: ParsedPlan;
  readonly text: string;
}

const FIXTURES = join(import.meta.dirname, '../../fixtures/plans');
const TEMPLATES = join(import.meta.dirname, '../../../resources/plan-templates');

/** What the blanks of the templates are filled with. */
export const TEMPLATE_VALUES = {
  coQuan: 'Đảng ủy phường An Bình',
  cap: 'phường',
  diaBan: 'phường An Bình',
  nam: '2027',
  capUyTren: 'Thành ủy',
  tinhThanh: 'thành phố',
  canCu: 'Kế hoạch số 12-KH/TU, ngày 10/01/2027 của Ban Thường vụ Thành ủy',
};

export function inventedPlans(): readonly ReadText[] {
  return readdirSync(FIXTURES)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => ({ name, ...readPlan(sourceFromText(readFileSync(join(FIXTURES, name), 'utf8'))) }));
}

type Template = ReturnType<typeof planTemplateSchema.parse>;

export function templates(): readonly Template[] {
  return readdirSync(TEMPLATES).map((name) =>
    planTemplateSchema.parse(JSON.parse(readFileSync(join(TEMPLATES, name), 'utf8'))),
  );
}

/** A template's text filled in, signed by `signer` (null: the name is left blank). */
export function templateText(template: Template, signer: string | null): string {
  const fill = (lines: readonly string[]) => lines.map((line) => filledIn(line, TEMPLATE_VALUES));
  return planText({
    system: template.system,
    parentBody: 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
    issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
    numberLine: 'Số -KH/ĐU',
    place: 'An Bình',
    date: null,
    year: 2027,
    kind: template.kind,
    title: filledIn(template.title, TEMPLATE_VALUES),
    opening: fill(template.opening),
    body: fill(template.body),
    closing: fill(template.closing),
    recipients: template.recipients.map(({ name, purpose }) => ({
      name: filledIn(name, TEMPLATE_VALUES),
      purpose,
    })),
    archive: ['VPĐU'],
    signer: { authority: 'T/M BAN THƯỜNG VỤ', onBehalf: null, position: 'BÍ THƯ', name: signer },
  });
}

export function templatePlans(): readonly ReadText[] {
  return templates().map((template) => ({
    name: template.id,
    ...readPlan(sourceFromLines(templateText(template, 'Trần Văn Mẫu'))),
  }));
}
