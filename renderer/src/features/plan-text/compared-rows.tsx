import type { ReactNode } from 'react';
import type { ComparedParagraph } from '../../../../shared/text/compare-texts';

const MARK: Readonly<Record<ComparedParagraph['kind'], string>> = {
  same: '',
  changed: 'Sửa',
  removed: 'Bỏ',
  added: 'Thêm',
};

/** One paragraph of two versions: what was taken out struck through, what was put in underlined. */
export function ComparedRow({
  row,
  index,
}: {
  readonly row: ComparedParagraph;
  readonly index: number;
}): ReactNode {
  const moved = (row.kind === 'removed' || row.kind === 'added') && row.moved;
  return (
    <div className={`compared ${moved ? 'moved' : row.kind}`} data-row={index}>
      <span className="compared-mark">
        {moved ? (row.kind === 'removed' ? 'Chuyển đi' : 'Chuyển đến') : MARK[row.kind]}
      </span>
      <p>
        {row.kind === 'same' ? row.after : null}
        {row.kind === 'removed' ? <del>{row.before}</del> : null}
        {row.kind === 'added' ? <ins>{row.after}</ins> : null}
        {row.kind === 'changed'
          ? row.words.map((piece, at) =>
              piece.kind === 'removed' ? (
                <del key={at}>{piece.text}</del>
              ) : piece.kind === 'added' ? (
                <ins key={at}>{piece.text}</ins>
              ) : (
                <span key={at}>{piece.text}</span>
              ),
            )
          : null}
      </p>
    </div>
  );
}

/** What a change would do to the text, before it is written. */
export function ChangePreview({ rows }: { readonly rows: readonly ComparedParagraph[] }): ReactNode {
  if (rows.length === 0) return <p className="muted">Không có gì thay đổi.</p>;
  return (
    <div className="change-preview scroll" role="region" aria-label="Xem trước thay đổi" tabIndex={0}>
      {rows.map((row, index) => (
        <ComparedRow key={index} row={row} index={index} />
      ))}
    </div>
  );
}
