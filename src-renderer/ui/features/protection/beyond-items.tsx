import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { partyName } from '#core/model/names.ts';
import { type BeyondText, beyondText } from '#core/protection/beyond-text.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { RefText } from '../fields/ref-text.tsx';

function Named({ evidence }: Pick<BeyondText, 'evidence'>) {
  return (
    <>
      <RefText entity="evidence" id={evidence.id} text={evidence.ref} /> <bdi>{evidence.title}</bdi>
    </>
  );
}

/** Files that text cannot check, and what to look at in each. `linked`: by a way to the item. */
export function BeyondItems(props: { readonly items: readonly BeyondText[]; readonly linked: boolean }) {
  const { items, linked } = props;
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const wordsOf = ({ medium, partyIds, locators, masks }: BeyondText): string => {
    const names = partyIds.map((id) => partyName(state, id) || t('people.nameless')).join(', ');
    const places = locators.map(({ kind, value }) => t(`protection.locator.${kind}`, { value }));
    return [
      t(`protection.beyondItem.${medium}`, { names }),
      ...(places.length > 0 ? [t('protection.lookAt', { places: places.join(', ') })] : []),
      ...(masks > 0 ? [t('protection.masked', { count: masks })] : []),
    ].join('; ');
  };
  return (
    <ul className={styles['list']}>
      {items.map((item) => (
        <li key={item.evidence.id}>
          {linked ? (
            <button
              type="button"
              className={styles['link']}
              onClick={() => useView.setState({ desk: 'evidence', evidenceId: item.evidence.id })}
            >
              <Named evidence={item.evidence} />
            </button>
          ) : (
            <Named evidence={item.evidence} />
          )}{' '}
          <span className={styles['quiet']}>{wordsOf(item)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What to look at before files leave that no text check looks into; nothing where there are none. */
export function BeyondNotice({ media }: { readonly media: readonly BeyondText['medium'][] }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const items = useMemo(
    () => beyondText(state).filter(({ medium }) => media.includes(medium)),
    [state, media],
  );
  if (items.length === 0) return null;
  return (
    <Notice tone="warn">
      {t('protection.beyondLeaves')}
      <BeyondItems items={items} linked={false} />
    </Notice>
  );
}
