import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e9f0f7',
  '#d3e1ee',
  '#a9c4df',
  '#7ca6d0',
  '#588dc3',
  '#417dbb',
  '#34709f',
  '#2b5c8a',
  '#234d75',
  '#183d61',
];

/** Lists of suggestions scroll by themselves: around them a scroll area could not be reached by keyboard. */
const suggestions = { withScrollArea: false, classNames: { options: 'suggestions' } };

/** The UI kit in this app's type and colours; the tokens themselves are in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  colors: { accent },
  fontFamily: 'var(--ui)',
  fontSizes: { xs: '12.5px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs', autosize: true, minRows: 1 } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' }, ...suggestions } },
    MultiSelect: {
      defaultProps: { size: 'xs', comboboxProps: { withinPortal: false, shadow: 'md' }, ...suggestions },
    },
    TagsInput: { defaultProps: { size: 'xs', ...suggestions } },
    Autocomplete: {
      defaultProps: { size: 'xs', comboboxProps: { withinPortal: false, shadow: 'md' }, ...suggestions },
    },
    Menu: { defaultProps: { shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false } },
    Button: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' } },
  },
});

/** The kit's own colours, taken from the tokens, so that both come from one set. */
const fromTokens = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--u-bg)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--d)',
  '--mantine-color-disabled': 'var(--u-bg)',
  '--mantine-color-disabled-color': 'var(--faint)',
  '--mantine-color-disabled-border': 'var(--line)',
};

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
});
