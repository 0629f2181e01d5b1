import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { TextField } from '../fields/text-field.tsx';
import type { PartyProps } from './party-props.ts';
import { useStoreParty } from './use-store-party.ts';

/** The code name of one of our sources. */
export function SourceName({ party, readOnly }: PartyProps) {
  const { t } = useTranslation();
  const store = useStoreParty(party.id);
  return (
    <>
      <TextField
        label={t('people.codeName')}
        showLabel
        placeholder={t('people.codeNameHint')}
        value={party.codeName ?? ''}
        readOnly={readOnly}
        store={(codeName) => store({ codeName })}
      />
      <Notice tone="warn">{t('people.sourceNotice')}</Notice>
    </>
  );
}
