import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { OutlineView } from '../../../../shared/rpc/contract/composing';

interface OutlineTreeProps {
  readonly nodes: readonly OutlineView[];
  readonly current: string;
  /** Parts with words that are typed and not saved. */
  readonly unsaved: ReadonlySet<string>;
  readonly onChoose: (key: string) => void;
}

/** The plan's parts; arrows go through them, what is chosen is shown beside. */
export function OutlineTree({ nodes, current, unsaved, onChoose }: OutlineTreeProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent<HTMLButtonElement>, index: number) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      Home: -nodes.length,
      End: nodes.length,
    };
    const step = event.altKey ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(index + step, 0), nodes.length - 1);
    const node = nodes[next];
    if (!node) return;
    onChoose(node.key);
    root.current?.querySelectorAll<HTMLButtonElement>('[role=treeitem]')[next]?.focus();
  };
  return (
    <div role="tree" aria-label="Dàn ý" className="outline-tree scroll" ref={root}>
      {nodes.map((node, index) => (
        <button
          key={node.key}
          type="button"
          role="treeitem"
          aria-level={node.depth + 1}
          aria-selected={node.key === current}
          tabIndex={node.key === current ? 0 : -1}
          className={`outline-node depth-${Math.min(node.depth, 4)}`}
          title={node.title}
          onClick={() => onChoose(node.key)}
          onKeyDown={(event) => walk(event, index)}
        >
          {node.label === '' ? null : <span className="outline-label">{node.label}</span>}
          <span className="outline-title">{node.title}</span>
          {unsaved.has(node.key) ? (
            <span className="tone-warn" title="Có phần gõ chưa lưu">
              ○
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
