import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOurSource, partyName } from '#core/model/names.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import type { ProtectionWarning } from '#core/protection/warnings.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import own from './protection.module.css';

const MOST_EXAMPLES = 3;

/** What is doubtful about the words to replace, in words. */
export function Warnings({ warnings }: { readonly warnings: readonly ProtectionWarning[] }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  // What a source is called stays hidden here, too.
  const shown = (words: string, ids: readonly string[]) =>
    ids.some((id) => isOurSource(state.party.get(id) ?? { parts: [] })) ? '…' : words;
  const nameOf = (id: string) => partyName(state, id) || t('protection.details');
  return (
    <>
      {warnings.map(({ code, words, itemIds }) => (
        <Notice key={`${code}-${words}`} tone="warn">
          {t(`protection.warning.${code}`, {
            words: shown(words, itemIds),
            names: itemIds.map(nameOf).join(', '),
          })}
        </Notice>
      ))}
    </>
  );
}

/** Counts by place, and the first claims as an export says them. */
function Places({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const texts = useCase((store) => store.texts);
  const leaving = useMemo(() => leavingCase(state, texts, { language: 'en' }), [state, texts]);
  const replaced = leaving.replaced.find((one) => one.itemId === itemId);
  const changed = [...leaving.state.claim.values()].filter(
    ({ id, statement }) => state.claim.get(id)?.statement !== statement,
  );
  return (
    <>
      <Warnings warnings={leaving.warnings.filter(({ itemIds }) => itemIds.includes(itemId))} />
      {!replaced && <p className={styles['quiet']}>{t('protection.nothingReplaced')}</p>}
      {replaced && (
        <ul className={styles['list']} aria-label={t('protection.replaced')}>
          {replaced.places.map(({ place, count }) => (
            <li key={place}>{t('protection.times', { count, place: t(`protection.place.${place}`) })}</li>
          ))}
        </ul>
      )}
      {changed.length > 0 && <span className={styles['label']}>{t('protection.example')}</span>}
      {changed.slice(0, MOST_EXAMPLES).map(({ id, ref, statement }) => (
        <p key={id} className={own['example']}>
          {ref} <bdi>{statement}</bdi>
        </p>
      ))}
    </>
  );
}

/** What exports replace of an item and where; worked out when it is asked for. */
export function ReplacedPlaces({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'protection.hide' : 'protection.show')}
        </Button>
      </div>
      {open && <Places itemId={itemId} />}
    </>
  );
}
