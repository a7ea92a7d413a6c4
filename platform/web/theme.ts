import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core';
import { useMemo } from 'react';
import { useLanguage } from './language.ts';
import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

const pine: MantineColorsTuple = [
  '#e7f4f3',
  '#cde7e5',
  '#a0d2ce',
  '#6fbbb6',
  '#45a49e',
  '#248d87',
  '#107873',
  '#0b6661',
  '#08534f',
  '#053d3a',
];
const gray: MantineColorsTuple = [
  '#f7f8f8',
  '#f1f2f3',
  '#e5e7e9',
  '#d6d9dc',
  '#b9bec3',
  '#8c9399',
  '#626970',
  '#4a5157',
  '#32383d',
  '#1c2024',
];
const dark: MantineColorsTuple = [
  '#d5d8db',
  '#b3b8bd',
  '#949aa0',
  '#6a7178',
  '#42484e',
  '#33383e',
  '#292d32',
  '#1b1e22',
  '#15171a',
  '#0f1113',
];

const red: MantineColorsTuple = [
  '#fdeeed',
  '#fbdcd9',
  '#f5b5b0',
  '#ee8b84',
  '#e5665d',
  '#da4a40',
  '#c93a30',
  '#b12c23',
  '#97231c',
  '#7c1a14',
];

/** The look, said once: neutral greys, one deep accent, sizes for density. Components take their defaults from here. */
const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, gray, dark, red },
  black: '#1c2024',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 90 }, withArrow: false } },
    Menu: { defaultProps: { transitionProps: { duration: 90 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 90 }, shadow: 'md' } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 110 },
        overlayProps: { backgroundOpacity: 0.35 },
        centered: true,
      },
      styles: { title: { fontWeight: 620, fontSize: '1rem' } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 130 }, overlayProps: { backgroundOpacity: 0.35 } } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Paper: { defaultProps: { withBorder: true } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});

/** Faults in a colour that is read without effort, in both schemes; Mantine's own is too pale for small letters. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-error': '#a6231b', '--mantine-color-placeholder': '#6b737a' },
  dark: {
    '--mantine-color-error': '#f59b93',
    '--mantine-color-placeholder': '#8f959b',
    '--mantine-color-pine-light': '#163533',
    '--mantine-color-pine-light-hover': '#1c4340',
    '--mantine-color-pine-light-color': '#a0d2ce',
  },
});

/** The look with the names of the controls that Mantine draws by itself, in the person's language. */
export function useTheme(): MantineThemeOverride {
  const t = useText(shellTexts);
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with the language
  return useMemo(() => {
    return mergeThemeOverrides(theme, {
      components: {
        CloseButton: { defaultProps: { 'aria-label': t('web.close') } },
        InputClearButton: { defaultProps: { 'aria-label': t('web.clear') } },
        PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('web.show-password') } } },
      },
    });
  }, [language]);
}
