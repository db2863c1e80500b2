/** Long plain tables: a few rows at first, more on request, so that a thousand never block the window. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';

const STEP = 50;

interface GrowingRowsProps<Row> {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly children: (row: Row) => ReactNode;
}

/** `children` makes the cells of one row. */
export function GrowingRows<Row>({ label, head, rows, rowKey, children }: GrowingRowsProps<Row>): ReactNode {
  const [shown, setShown] = useState(STEP);
  const rest = rows.length - shown;
  return (
    <div className="scroll tray">
      <table className="plain" aria-label={label}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <tr key={rowKey(row, index)}>{children(row)}</tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? (
        <Button type="link" onClick={() => setShown(shown + STEP)}>
          Hiện thêm {Math.min(STEP, rest)} dòng (còn {rest})
        </Button>
      ) : null}
    </div>
  );
}
