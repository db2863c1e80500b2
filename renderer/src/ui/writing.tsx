/**
 * Whether this window may write. A second window on the same data only shows them: every field and button below
 * `Writing` is off by itself, in pages, dialogs and drawers alike, so that nobody types what will be refused. What only
 * shows (a filter, an export, a preview) says so with `READING` or stands in `Reading`. A control of ours that forgets
 * it is off where it needn't be; none is on where it mustn't.
 */
import { Alert, ConfigProvider } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';
import type { PlanStatus } from '../../../shared/domain/plan/model';
import { toastError } from '../app/feedback';

const WritingContext = createContext<string | null>(null);

/** Why nothing can be written here (a sentence), or null where everything can. */
export function useReadOnly(): string | null {
  return useContext(WritingContext);
}

/** The words of every refusal: said once over the page and once in each dialog that writes. */
export function readOnlyWords(because: string): string {
  return `Chỉ xem, không ghi được: ${because}`;
}

/** For a key that would open what can't be filled in: says why instead, and answers true. */
export function refusedBecause(because: string | null): boolean {
  if (because !== null) toastError('Chỉ xem, không ghi được', because);
  return because !== null;
}

/** The window and all that stands in it. */
export function Writing({
  because,
  children,
}: {
  readonly because: string | null;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <WritingContext value={because}>
      <ConfigProvider componentDisabled={because !== null}>{children}</ConfigProvider>
    </WritingContext>
  );
}

/** Filters, choices of what is shown, exports: they work where nothing can be written. */
export function Reading({ children }: { readonly children: ReactNode }): ReactNode {
  return <ConfigProvider componentDisabled={false}>{children}</ConfigProvider>;
}

/** Cells of a list, whose own head is for reading. */
export function AsThePage({ children }: { readonly children: ReactNode }): ReactNode {
  return <ConfigProvider componentDisabled={useReadOnly() !== null}>{children}</ConfigProvider>;
}

/** For one control that writes nothing: `<Button {...READING}>`. */
export const READING = { disabled: false } as const;

/** Off under a condition of its own; otherwise as the window is. (`disabled={false}` would turn it on everywhere.) */
export function offWhen(condition: boolean): { readonly disabled?: true } {
  return condition ? { disabled: true } : {};
}

/** A dossier is shut where it is closed, and all of them are in a window that only shows. */
export function useShut(plan: { readonly status: PlanStatus }): boolean {
  const readOnly = useReadOnly() !== null;
  return plan.status === 'closed' || readOnly;
}

/** In a dialog or drawer, which lies over the page's own sentence. */
export function ReadOnlyNote(): ReactNode {
  const because = useReadOnly();
  return because === null ? null : (
    <Alert type="warning" showIcon title={readOnlyWords(because)} style={{ marginBottom: 12 }} />
  );
}
