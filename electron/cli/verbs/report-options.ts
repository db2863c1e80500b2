import type { OptionSpec } from '../verb';

export const PERIOD: OptionSpec = { type: 'string', value: '2026-Q1', help: 'Kỳ báo cáo.', required: true };

/** Where figures are asked, not owed: also a range of months. */
export const FIGURES: OptionSpec = {
  type: 'string',
  value: '2026-Q1|2026-02..2026-08',
  help: 'Kỳ báo cáo, hoặc khoảng tháng (sơ kết, tổng kết).',
  required: true,
};
