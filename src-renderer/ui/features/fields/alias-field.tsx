import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Protected } from './protection-fields.tsx';

/** What the person is called, in a case or on their card. */
export function AliasField(props: {
  readonly of: Protected;
  readonly value: string;
  /** Whether what is wrong is said. */
  readonly shown: boolean;
  readonly autoFocus?: boolean;
  onChange(alias: string): void;
}) {
  const { t } = useTranslation();
  const { of, value, shown, autoFocus = false } = props;
  return (
    <TextInput
      size="sm"
      label={t(`${of}.alias`)}
      description={t(`${of}.aliasHint`)}
      value={value}
      dir="auto"
      autoFocus={autoFocus}
      required
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={shown && value.trim() === '' ? t('errors.command.name-empty') : null}
    />
  );
}
