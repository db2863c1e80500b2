import type { ReactNode } from 'react';
import type { ChartModel, ChartShape } from '../../../shared/documents/charts/chart-model';
import { linesPath } from '../../../shared/documents/charts/chart-svg';
import './chart-view.css';

/** A chart as the report prints it, in the window's colours; the figures can be read as a table too. */
export function ChartView({ chart }: { readonly chart: ChartModel }): ReactNode {
  return (
    <figure className="chart" data-testid={`chart-${chart.id}`}>
      <figcaption>{chart.title}</figcaption>
      <svg
        role="img"
        aria-label={chart.description}
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        preserveAspectRatio="xMinYMin meet"
      >
        {chart.shapes.map((shape, index) => (
          // The shapes of a model never move among one another.
          <Shape key={index} shape={shape} />
        ))}
      </svg>
      <details>
        <summary>Xem dạng bảng</summary>
        <div className="scroll">
          <table className="plain" aria-label={chart.title}>
            <thead>
              <tr>
                {chart.table.head.map((text) => (
                  <th key={text}>{text}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.table.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((text, column) => (
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Shape({ shape }: { readonly shape: ChartShape }): ReactNode {
  switch (shape.kind) {
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          className={`fill-${shape.fill ?? 'none'} stroke-${shape.stroke ?? 'none'}`}
          strokeWidth={0.8}
        />
      );
    case 'lines':
      return (
        <path
          d={linesPath(shape.lines)}
          className={`fill-none stroke-${shape.tone}`}
          strokeWidth={shape.width}
          {...(shape.dashed ? { strokeDasharray: '5 3' } : {})}
        />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          className={`fill-${shape.tone}`}
          fontSize={shape.size}
          fontWeight={shape.bold ? 700 : 400}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      );
  }
}
