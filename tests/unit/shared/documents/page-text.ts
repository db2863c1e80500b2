/** Reading page models in tests: every paragraph with its style, in reading order. */
import type {
  BlockModel,
  PageModel,
  ParagraphModel,
  RuleModel,
} from '../../../../shared/documents/page-model';

function flat(blocks: readonly BlockModel[]): readonly BlockModel[] {
  return blocks.flatMap((block) =>
    block.kind === 'columns' ? block.columns.flatMap((column) => flat(column.blocks)) : [block],
  );
}

export function paragraphs(model: PageModel, part = 0): readonly ParagraphModel[] {
  return flat(model.parts[part]!.blocks).filter((block) => block.kind === 'paragraph');
}

export function rules(model: PageModel, part = 0): readonly RuleModel[] {
  return flat(model.parts[part]!.blocks).filter((block) => block.kind === 'rule');
}

export function textOf(paragraph: ParagraphModel): string {
  return paragraph.runs.map((run) => run.text).join('');
}

export function texts(model: PageModel, part = 0): readonly string[] {
  return paragraphs(model, part).map(textOf);
}

/** "16 bold center" of the paragraph with exactly this text. */
export function lookOf(model: PageModel, text: string): string {
  const found = paragraphs(model).find((paragraph) => textOf(paragraph) === text);
  if (!found) return `no paragraph “${text}”`;
  const run = found.runs[0]!;
  return [found.size, run.bold && 'bold', run.italic && 'italic', run.underline && 'underline', found.align]
    .filter((part) => part !== false && part !== undefined)
    .join(' ');
}
