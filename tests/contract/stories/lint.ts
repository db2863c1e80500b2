/** Checking a plan: what is found, let stand and taken back; rules as the office chooses them. */
import { NOWHERE, bad, good, rows, text } from '../case';
import type { Case } from '../case';

const FAULTY = [
  'KẾ HOẠCH',
  'tuyên truyền kỷ niệm ngày truyền thống',
  'I. MỤC ĐÍCH, YÊU CẦU',
  'Tổ chức hội nghị lúc 14 giờ ngày 11/02/2026 (thứ Năm) tại hội trường.',
].join('\n');

export const lint: readonly Case[] = [
  good('plan.checkSource', { text: FAULTY }, (value) => {
    const codes = rows(value['findings']).map(({ code }) => code);
    if (!codes.includes('weekday-mismatch')) throw new Error(`not found: ${codes.join(', ')}`);
  }),
  bad('plan.checkSource', 'BAD_REQUEST', { text: '' }),
  good('plan.import', { text: FAULTY, name: 'Kế hoạch có lỗi' }, (value, memory) => {
    memory.set('faulty', value['dossierId']);
  }),
  good(
    'plan.check',
    (memory) => ({ dossierId: text(memory, 'faulty') }),
    (value, memory) => {
      const found = rows(value['findings']).find(({ code }) => code === 'weekday-mismatch');
      memory.set('finding', found?.['id']);
    },
  ),
  bad('plan.check', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.checkFile', (memory) => ({ dossierId: text(memory, 'faulty') })),
  bad('plan.checkFile', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.ignoreFinding', (memory) => ({
    dossierId: text(memory, 'faulty'),
    findingId: text(memory, 'finding'),
    reason: 'Đã hỏi lại',
  })),
  bad('plan.ignoreFinding', 'NOT_FOUND', (memory) => ({
    dossierId: text(memory, 'faulty'),
    findingId: 'không có',
  })),
  good(
    'plan.check',
    (memory) => ({ dossierId: text(memory, 'faulty') }),
    (value) => {
      const found = rows(value['findings']).find(({ code }) => code === 'weekday-mismatch');
      if (found?.['ignored'] === null) throw new Error('it is not let stand');
    },
  ),
  good('plan.heedFinding', (memory) => ({
    dossierId: text(memory, 'faulty'),
    findingId: text(memory, 'finding'),
  })),
  bad('plan.heedFinding', 'NOT_FOUND', (memory) => ({
    dossierId: text(memory, 'faulty'),
    findingId: text(memory, 'finding'),
  })),
  good('office.lintRules', {}),
  good('office.saveLintChoice', { id: 'weekday-mismatch', on: true, severity: 'warning' }),
  bad('office.saveLintChoice', 'NOT_FOUND', { id: 'không có', on: true, severity: 'error' }),
  good('plan.trash', (memory) => ({ dossierId: text(memory, 'faulty') })),
];
