import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep teal. */
const brand: MantineColorsTuple = [
  '#edf7f6',
  '#d8eeec',
  '#b0deda',
  '#82cac4',
  '#55b5ad',
  '#2f9c95',
  '#17807a',
  '#0e6c68',
  '#0b5855',
  '#084542',
];

/** Cool greys that carry a little of the accent. */
const gray: MantineColorsTuple = [
  '#f5f7f7',
  '#eceff0',
  '#dfe4e5',
  '#cbd3d4',
  '#b0babc',
  '#7f8c8f',
  '#667275',
  '#525d60',
  '#343d40',
  '#1d2527',
];

const dark: MantineColorsTuple = [
  '#e1e7e8',
  '#bdc7c9',
  '#9aa7aa',
  '#77858a',
  '#3b474b',
  '#2c3639',
  '#212a2c',
  '#1a2123',
  '#131a1b',
  '#0d1213',
];

/** Danger, dark enough for white words on it. */
const red: MantineColorsTuple = [
  '#fbeae8',
  '#f6d3d0',
  '#f0b3ae',
  '#e88a82',
  '#dd6258',
  '#cf453a',
  '#c23027',
  '#b3261e',
  '#8f1e18',
  '#6b1712',
];

const quick = { duration: 100, transition: 'fade' as const };

/** Inter, 14 px, radius 6, one shadow, one accent. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  colors: { brand, gray, dark, red },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 6,
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '16px', xl: '20px' },
  shadows: {
    xs: 'var(--cd-shadow)',
    sm: 'var(--cd-shadow)',
    md: 'var(--cd-shadow)',
    lg: 'var(--cd-shadow)',
    xl: 'var(--cd-shadow)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The stylesheet marks required fields, so that the mark is not part of their names.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: quick } },
    Modal: { defaultProps: { transitionProps: quick, overlayProps: { backgroundOpacity: 0.4 }, centered: true } },
    Menu: {
      defaultProps: { transitionProps: quick, shadow: 'md', withInitialFocusPlaceholder: false, withinPortal: false },
    },
    Popover: { defaultProps: { transitionProps: quick, shadow: 'md' } },
    Combobox: { defaultProps: { transitionProps: quick, shadow: 'md' } },
    SegmentedControl: { defaultProps: { transitionDuration: 100 } },
  },
});

/** Surfaces, lines and meanings of both themes, by name. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--cd-canvas': '#f4f7f7',
    '--cd-surface': '#ffffff',
    '--cd-sunken': '#eaefef',
    '--cd-line': '#dbe2e3',
    '--cd-line-strong': '#8a979a',
    '--cd-text': '#182123',
    '--cd-muted': '#536064',
    '--cd-accent': '#0e6c68',
    '--cd-accent-soft': '#e0f0ee',
    '--cd-hover': '#f1f5f5',
    '--cd-selected': '#dceeec',
    '--cd-danger': '#b3261e',
    '--cd-danger-soft': '#fbeae8',
    '--cd-warn': '#7d5200',
    '--cd-warn-soft': '#fbf0d9',
    '--cd-ok': '#1b6e36',
    '--cd-ok-soft': '#e3f3e7',
    '--cd-shadow': '0 1px 2px rgb(20 40 40 / 6%), 0 6px 20px rgb(20 40 40 / 9%)',
    '--mantine-color-text': '#182123',
    '--mantine-color-dimmed': '#536064',
    '--mantine-color-placeholder': '#667275',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0e6c68',
    '--mantine-color-default-border': '#b9c4c6',
    '--mantine-color-disabled-color': '#667275',
  },
  dark: {
    '--cd-canvas': '#111718',
    '--cd-surface': '#1a2123',
    '--cd-sunken': '#0d1213',
    '--cd-line': '#2c3639',
    '--cd-line-strong': '#6d7c80',
    '--cd-text': '#e1e7e8',
    '--cd-muted': '#9fadb0',
    '--cd-accent': '#5cc0b8',
    '--cd-accent-soft': '#17322f',
    '--cd-hover': '#212a2c',
    '--cd-selected': '#1c3a37',
    '--cd-danger': '#ff9f97',
    '--cd-danger-soft': '#3a1f1d',
    '--cd-warn': '#efbd5f',
    '--cd-warn-soft': '#352a13',
    '--cd-ok': '#7fd29b',
    '--cd-ok-soft': '#17301f',
    '--cd-shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 45%)',
    '--mantine-color-text': '#e1e7e8',
    '--mantine-color-dimmed': '#9fadb0',
    '--mantine-color-placeholder': '#8a999c',
    '--mantine-color-error': '#ff9f97',
    '--mantine-color-anchor': '#5cc0b8',
    '--mantine-color-default-border': '#3b474b',
    '--mantine-color-disabled-color': '#8a999c',
  },
});
