/**
 * A printed document as plain data: the same model is drawn as PDF and as Word. Sizes in points, lengths in mm.
 * The rule profile (HD 36, HD 05, NĐ 30) has already been applied: a writer decides nothing.
 */
import type { ChartModel } from './charts/chart-model';

export interface RunModel {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
}

export interface ParagraphModel {
  readonly kind: 'paragraph';
  readonly runs: readonly RunModel[];
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly size: number;
  readonly firstLineIndent?: number;
  readonly leftIndent?: number;
  readonly rightIndent?: number;
  readonly spaceBefore?: number;
  readonly spaceAfter?: number;
  /** Exact line spacing in points; null = single. */
  readonly line?: number | null;
  readonly keepWithNext?: boolean;
  readonly outlineLevel?: number;
}

/** A solid line as long as a share of its column (0–1) or as its text. */
export interface RuleModel {
  readonly kind: 'rule';
  /** mm */
  readonly length: number;
  readonly align: 'left' | 'center' | 'right';
  readonly spaceBefore?: number;
  readonly spaceAfter?: number;
}

/** Two blocks side by side, e.g. letterhead, or Nơi nhận and signature. */
export interface ColumnsModel {
  readonly kind: 'columns';
  readonly columns: readonly { readonly share: number; readonly blocks: readonly BlockModel[] }[];
  readonly keepTogether?: boolean;
}

export interface TableModel {
  readonly kind: 'table';
  /** Shares of the page's width. */
  readonly widths: readonly number[];
  /** Rows repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly (readonly TableCellModel[])[];
  readonly size: number;
  /** Cells with next to no room around their text: a whole year on one page. */
  readonly tight?: boolean;
}

export interface TableCellModel {
  readonly text: string;
  /** The same text in several sizes and faces; drawn in its place. */
  readonly runs?: readonly RunModel[];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly fill?: string;
}

export interface SpaceModel {
  readonly kind: 'space';
  /** Points. */
  readonly height: number;
}

/** A chart with its caption over it, never parted; as wide as the column at most, its own width else. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly caption: string;
  /** Points. */
  readonly captionSize: number;
  readonly chart: ChartModel;
}

export type BlockModel = ParagraphModel | RuleModel | ColumnsModel | TableModel | SpaceModel | ChartBlock;

/** A run of pages with one orientation; an annex is a part of its own with its own page numbers. */
export interface PagePart {
  readonly orientation: 'portrait' | 'landscape';
  /** mm: top, right, bottom, left. */
  readonly margins: readonly [number, number, number, number];
  readonly mirrorMargins?: boolean;
  readonly blocks: readonly BlockModel[];
  readonly restartNumbers: boolean;
  readonly pageNumber: { readonly size: number; readonly topDistance: number; readonly hideFirst: boolean };
}

export interface PageModel {
  readonly title: string;
  readonly author: string;
  /** ISO instant: creation date of the file. */
  readonly createdAt: string;
  readonly font: 'Times New Roman';
  readonly parts: readonly PagePart[];
}
