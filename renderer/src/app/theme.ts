/** Light and dark, one accent. Compact with `fontSize: 16` gives antd's 14 px text and 28 px controls. */
import { theme as antdTheme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';

const KEY = 'vpdu.theme';
const media = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function themeChoice(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
  apply();
}

function isDark(): boolean {
  const choice = themeChoice();
  return choice === 'system' ? media.matches : choice === 'dark';
}

function apply(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

media.addEventListener('change', apply);
apply();

export function useDark(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isDark);
}

export function themeConfig(dark: boolean): ThemeConfig {
  const accent = dark ? '#d9605a' : '#a3211b';
  // On dark surfaces words need a lighter red than the face of a button with white words on it.
  const accentText = dark ? '#e8837d' : accent;
  // A red frame is a fault's: a field under the mouse only grows darker.
  const field = { hoverBorderColor: dark ? '#8f8d88' : '#8b8882' };
  return {
    algorithm: dark
      ? [antdTheme.darkAlgorithm, antdTheme.compactAlgorithm]
      : [antdTheme.defaultAlgorithm, antdTheme.compactAlgorithm],
    token: {
      fontSize: 16,
      fontFamily: '"Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif',
      colorPrimary: accent,
      colorLink: accentText,
      colorInfo: dark ? '#6b9bd1' : '#2f74b5',
      colorError: dark ? '#f0884d' : '#cf460e',
      colorSuccess: dark ? '#6bbf7a' : '#389e4d',
      colorWarning: dark ? '#e0b040' : '#d99a00',
      colorTextPlaceholder: dark ? '#9a9892' : '#6c6a65',
      // The line under a field: antd's own is too pale on dark.
      colorTextDescription: dark ? '#a09d96' : '#62605b',
      colorTextDisabled: dark ? '#8f8d88' : '#6f6d68',
      borderRadius: 4,
      wireframe: false,
      motion: false,
    },
    components: {
      Input: field,
      InputNumber: field,
      Select: field,
      DatePicker: field,
      // With app.css: a message stands in the top bar's free room, between the search and what is at its end.
      Notification: { width: 464 },
      Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBorderRadius: 0 },
      Tabs: {
        horizontalMargin: '0 0 12px 0',
        itemSelectedColor: accentText,
        itemHoverColor: accentText,
        itemActiveColor: accentText,
        inkBarColor: accentText,
      },
    },
  };
}
