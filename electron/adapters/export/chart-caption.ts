import type { ChartBlock, ParagraphModel } from '../../../shared/documents/page-model';

/** What stands over a chart, in PDF and Word alike; it stays with the chart. */
export function chartCaption({ caption, captionSize }: ChartBlock): ParagraphModel {
  return {
    kind: 'paragraph',
    runs: [{ text: caption, bold: true }],
    align: 'left',
    size: captionSize,
    spaceBefore: 10,
    spaceAfter: 4,
    line: null,
    keepWithNext: true,
  };
}
