import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { rememberPage } from '../app/recent';
import { PlacePanel } from './place-tabs';

interface PageProps {
  readonly title: string;
  readonly note?: ReactNode;
  /** The page's one main action and a few lesser ones, right of the title. */
  readonly actions?: ReactNode;
  /** The place's parts, under the title: `PlaceTabs`. */
  readonly tabs?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, note, actions, tabs, children }: PageProps): ReactNode {
  const { pathname, search } = useLocation();
  useEffect(() => {
    document.title = `${title} – VPĐU Desk`;
  }, [title]);
  useEffect(() => rememberPage(title, pathname + search), [title, pathname, search]);
  return (
    <section className="page" aria-label={title}>
      <header className="page-head">
        <div className="page-title">
          <h1 title={title}>{title}</h1>
          {note === undefined ? null : <div className="muted page-note">{note}</div>}
        </div>
        <div className="page-actions">{actions}</div>
      </header>
      {tabs}
      {tabs === undefined ? children : <PlacePanel>{children}</PlacePanel>}
    </section>
  );
}

export function Panel({
  title,
  actions,
  children,
}: {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{title}</h2>
        <div className="page-actions">{actions}</div>
      </header>
      {children}
    </section>
  );
}

/** Labelled facts in a row: "Phải báo cáo 60". */
export function Facts({
  items,
}: {
  readonly items: readonly { readonly label: string; readonly value: ReactNode; readonly id?: string }[];
}): ReactNode {
  return (
    <dl className="facts">
      {items.map(({ label, value, id }) => (
        <div key={label} data-testid={id}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
