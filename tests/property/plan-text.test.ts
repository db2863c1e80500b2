/** A plan written from its parts reads as these parts; data edited as data read back as they were asked for. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocumentBytes } from '../../electron/adapters/intake/read-document';
import { assignmentEdits, type AssignmentChange } from '../../shared/domain/plan/composing/assignment-edits';
import { NUMBERING_STYLES, renumbered } from '../../shared/domain/plan/composing/numbering';
import { flatSections, outlineOf, placesOf } from '../../shared/domain/plan/composing/outline';
import { planText, type PlanTextParts } from '../../shared/domain/plan/composing/plan-text';
import { dataOf, readLines } from '../../shared/domain/plan/composing/read-back';
import { recipientEdits } from '../../shared/domain/plan/composing/recipient-edits';
import { sectionEdits } from '../../shared/domain/plan/composing/section-edits';
import { withDay } from '../../shared/domain/plan/composing/task-words';
import { filledIn } from '../../shared/domain/plan/composing/template';
import { applyEdits } from '../../shared/domain/plan/composing/text-edits';
import { wholeLines } from '../../shared/domain/plan/composing/whole-lines';
import { readPlan } from '../../shared/domain/plan/reading/read-plan';
import { TEMPLATE_VALUES, templates, templateText } from '../support/plans/plan-texts';

const FOLDER = 'tests/fixtures/plans';
const texts = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => /\.(?:txt|md|docx)$/u.test(file))
    .map(async (name) => {
      const document = await readDocumentBytes(readFileSync(join(FOLDER, name)), name);
      if (!document.ok) throw new Error(document.error.message);
      const { plan, text } = readPlan(document.value);
      return wholeLines(text, plan);
    }),
);

const UNITS = ['Ban Xây dựng Đảng', 'Văn phòng Đảng ủy', 'Công an phường', 'Chi bộ Tổ dân phố số 2'];
const TASKS = [
  'Tham mưu tổ chức hội nghị quán triệt.',
  'Tổng hợp kết quả, báo cáo hằng quý.',
  'Tuyên truyền đến từng hộ dân, phối hợp các đoàn thể.',
];
const SECTIONS = ['MỤC ĐÍCH, YÊU CẦU', 'NỘI DUNG', 'HÌNH THỨC', 'KINH PHÍ'];
const SENTENCES = [
  'Nâng cao nhận thức của cán bộ, đảng viên.',
  'Thực hiện thường xuyên, tiết kiệm, đúng quy định.',
];

const parts: fc.Arbitrary<{ parts: PlanTextParts; units: { unit: string; tasks: string[] }[] }> = fc
  .record({
    system: fc.constantFrom('party' as const, 'state' as const),
    sections: fc.array(
      fc.tuple(
        fc.constantFrom(...SECTIONS),
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    units: fc.array(
      fc.tuple(
        fc.constantFrom(...UNITS),
        fc.array(fc.constantFrom(...TASKS), { minLength: 1, maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    recipients: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('Thường trực Đảng ủy', 'Các chi bộ trực thuộc', 'Ban Xây dựng Đảng'),
        purpose: fc.constantFrom('để báo cáo', 'để thực hiện', null),
      }),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    ),
    date: fc.constantFrom('2027-03-05', '2027-11-20', null),
  })
  .map(({ system, sections, units, recipients, date }) => {
    const roman = ['I', 'II', 'III', 'IV'];
    const body = [
      ...sections.flatMap(([title, sentences], index) => [
        `${roman[index] ?? ''}. ${title}`,
        ...sentences.map((sentence, at) => `${at + 1}. ${sentence}`),
      ]),
      `${roman[sections.length] ?? ''}. TỔ CHỨC THỰC HIỆN`,
      ...units.flatMap(([unit, tasks], index) => [
        `${index + 1}. ${unit}`,
        ...tasks.map((task) => `- ${task}`),
      ]),
    ];
    const party = system === 'party';
    return {
      units: units.map(([unit, tasks]) => ({ unit, tasks })),
      parts: {
        system,
        parentBody: party ? 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG' : 'ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG',
        issuingBody: party ? 'ĐẢNG ỦY PHƯỜNG AN BÌNH' : 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
        numberLine: party ? 'Số -KH/ĐU' : 'Số: /KH-UBND',
        place: 'An Bình',
        date,
        year: 2027,
        kind: 'KẾ HOẠCH',
        title: 'tuyên truyền phòng, chống lãng phí năm 2027',
        opening: [
          'Thực hiện Kế hoạch số 12-KH/TU, ngày 10/01/2027 của Ban Thường vụ Thành ủy, đơn vị xây dựng kế hoạch như sau:',
        ],
        body,
        closing: [
          'Trên đây là kế hoạch của phường; quá trình thực hiện có vướng mắc thì phản ánh để tổng hợp.',
        ],
        recipients,
        archive: [party ? 'VPĐU' : 'VT'],
        signer: {
          authority: party ? 'T/M BAN THƯỜNG VỤ' : 'TM. ỦY BAN NHÂN DÂN',
          onBehalf: null,
          position: party ? 'BÍ THƯ' : 'CHỦ TỊCH',
          name: 'Trần Văn Mẫu',
        },
      },
    };
  });

describe('a plan written from its parts', () => {
  it('reads as these parts', () => {
    fc.assert(
      fc.property(parts, ({ parts: written, units }) => {
        const text = planText(written);
        const plan = readLines(text);
        expect(plan).toMatchObject({
          system: written.system,
          kind: 'KẾ HOẠCH',
          title: written.title,
          opening: written.opening,
          closing: written.closing,
          archive: written.archive,
          signer: written.signer,
        });
        expect(plan.header).toMatchObject({
          parentBody: written.parentBody,
          issuingBody: written.issuingBody,
          number: null,
          place: 'An Bình',
          date: written.date,
        });
        expect(dataOf(plan)).toEqual({
          units: units.map(({ unit, tasks }) => ({
            unit,
            tasks: tasks.map((task) => ({ text: task, lastDay: null })),
          })),
          recipients: written.recipients,
        });
        expect(plan.unclassified).toEqual([]);
      }),
    );
  });

  it.each(templates().map((template) => [template.id, template] as const))(
    'is read whole from template %s',
    (_, template) => {
      const fill = (lines: readonly string[]) => lines.map((line) => filledIn(line, TEMPLATE_VALUES));
      const text = templateText(template, null);
      expect(text).not.toContain('{{');
      const plan = readLines(text);
      expect(plan.assignments.length).toBeGreaterThanOrEqual(4);
      for (const { tasks } of plan.assignments) expect(tasks.length).toBeGreaterThan(0);
      expect(plan.opening).toEqual(fill(template.opening));
      expect(plan.closing).toEqual(fill(template.closing));
      expect(plan.recipients.map(({ name, purpose }) => ({ name, purpose }))).toEqual(
        template.recipients.map(({ name, purpose }) => ({ name: filledIn(name, TEMPLATE_VALUES), purpose })),
      );
      expect(plan.unclassified).toEqual([]);
      expect(plan.basis).toHaveLength(1);
      for (const style of NUMBERING_STYLES.slice(0, 2)) expect(renumbered(text, style)).not.toBeNull();
    },
  );
});

describe('the outline', () => {
  it('covers every text without gap or overlap', () => {
    for (const text of texts) {
      const tops = outlineOf(text).filter(({ depth }) => depth === 0);
      expect(tops[0]?.start).toBe(0);
      expect(tops.at(-1)?.end).toBe(text.length);
      for (const [index, node] of tops.entries())
        if (index > 0) expect(node.start).toBe(tops[index - 1]?.end);
    }
  });
});

describe('sections', () => {
  it('moved down and up again are where they were', () => {
    for (const text of texts)
      for (const { key } of flatSections(placesOf(text).sections)) {
        const down = sectionEdits(text, { kind: 'moveSection', key, by: 1 });
        if (!down.ok) continue;
        const moved = applyEdits(text, down.value);
        const next = [...key.split('.').slice(0, -1), String(Number(key.split('.').at(-1)) + 1)].join('.');
        const up = sectionEdits(moved, { kind: 'moveSection', key: next, by: -1 });
        if (!up.ok) continue;
        expect(applyEdits(moved, up.value)).toBe(text);
      }
  });
});

describe('numbering', () => {
  it('changes labels only, and not a second time', () => {
    let done = 0;
    for (const text of texts)
      for (const style of NUMBERING_STYLES) {
        const first = renumbered(text, style);
        if (!first) continue;
        done += 1;
        const next = applyEdits(text, first.edits);
        expect(renumbered(next, style)?.edits ?? []).toEqual([]);
        expect(flatSections(placesOf(next).sections).map(({ title }) => title)).toEqual(
          flatSections(placesOf(text).sections).map(({ title }) => title),
        );
      }
    expect(done).toBeGreaterThan(texts.length);
  });
});

describe('units and tasks as data', () => {
  it('are read back as asked, or refused; nothing else changes', () => {
    const tally = new Map<string, { done: number; refused: number }>();
    const attempt = (text: string, change: AssignmentChange) => {
      const row = tally.get(change.kind) ?? { done: 0, refused: 0 };
      tally.set(change.kind, row);
      const edits = assignmentEdits(text, change);
      if (!edits.ok) {
        row.refused += 1;
        return;
      }
      row.done += 1;
      const [before, after] = [readLines(text), readLines(applyEdits(text, edits.value))];
      expect(after.recipients.map(({ name }) => name)).toEqual(before.recipients.map(({ name }) => name));
      expect(after.title).toBe(before.title);
      if (change.kind === 'addUnit')
        expect(dataOf(after).units).toEqual([
          ...dataOf(before).units,
          { unit: change.name, tasks: change.tasks },
        ]);
      if (change.kind === 'addTask')
        expect(dataOf(after).units[change.unit]?.tasks.at(-1)).toEqual(change.task);
      if (change.kind === 'removeUnit')
        expect(dataOf(after).units).toEqual(dataOf(before).units.filter((_, index) => index !== change.unit));
    };
    const day = '2026-09-29';
    const task = {
      text: withDay('Xây dựng kế hoạch chi tiết, phân công người thực hiện.', day),
      lastDay: day,
    };
    for (const text of texts) {
      const { assignments } = readLines(text);
      attempt(text, { kind: 'addUnit', name: 'Trạm Y tế phường', tasks: [task] });
      for (const unit of [0, Math.floor(assignments.length / 2), assignments.length - 1]) {
        if (!assignments[unit]) continue;
        attempt(text, { kind: 'addTask', unit, task });
        attempt(text, { kind: 'renameUnit', unit, name: 'Trạm Y tế phường' });
        attempt(text, { kind: 'removeUnit', unit });
        attempt(text, { kind: 'moveUnit', unit, by: 1 });
        attempt(text, { kind: 'editTask', unit, task: 0, to: task });
        attempt(text, { kind: 'removeTask', unit, task: 0 });
        attempt(text, { kind: 'moveTask', unit, task: 0, by: 1 });
      }
    }
    for (const kind of ['addUnit', 'addTask', 'editTask', 'removeUnit']) {
      const row = tally.get(kind) ?? { done: 0, refused: 1 };
      expect(row.done, kind).toBeGreaterThan(row.refused * 3);
    }
  });
});

describe('recipients as data', () => {
  it('are read back as asked, or refused', () => {
    let [done, refused] = [0, 0];
    for (const text of texts) {
      const before = dataOf(readLines(text)).recipients;
      const tries = [
        { kind: 'addRecipient', name: 'Đài Truyền thanh phường', purpose: 'để tuyên truyền' },
        { kind: 'editRecipient', recipient: 0, name: 'Thường trực Đảng ủy', purpose: null },
        { kind: 'moveRecipient', recipient: 0, by: 1 },
        { kind: 'removeRecipient', recipient: before.length - 1 },
      ] as const;
      for (const change of tries) {
        const edits = recipientEdits(text, change);
        if (!edits.ok) {
          refused += 1;
          continue;
        }
        done += 1;
        const after = dataOf(readLines(applyEdits(text, edits.value))).recipients;
        if (change.kind === 'addRecipient')
          expect(after).toEqual([...before, { name: change.name, purpose: change.purpose }]);
        if (change.kind === 'removeRecipient') expect(after).toEqual(before.slice(0, -1));
        if (change.kind === 'moveRecipient') expect(after[1]).toEqual(before[0]);
      }
    }
    expect(done).toBeGreaterThan(refused * 3);
  });
});
