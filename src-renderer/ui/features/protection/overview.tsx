import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#core/model/names.ts';
import { beyondText } from '#core/protection/beyond-text.ts';
import { markFor } from '#core/protection/marks.ts';
import { askedNeedles, needlesOf, standIn, tellingNeedles } from '#core/protection/needles.ts';
import { warningsOf } from '#core/protection/warnings.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Record } from '#renderer/ui/components/record.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { BeyondItems } from './beyond-items.tsx';
import { Details } from './details.tsx';
import { Warnings } from './replaced.tsx';

function ProtectedPeople() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const held = [...state.party.values()].flatMap((party) => {
    const as = standIn(party);
    return as === null ? [] : [{ party, as: as || markFor('name', 'en') }];
  });
  return (
    <Section label={t('protection.protectedPeople')}>
      {held.length === 0 && <p className={styles['quiet']}>{t('protection.nobody')}</p>}
      <ul className={styles['list']}>
        {held.map(({ party, as }) => (
          <li key={party.id} className={styles['row']}>
            <button
              type="button"
              className={styles['link']}
              onClick={() => useView.setState({ partyId: party.id })}
            >
              <bdi>{displayName(party) || t('people.nameless')}</bdi>
            </button>
            <span className={styles['quiet']}>{t('protection.leavesAs', { name: as })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Files that may show a face or let hear a voice of somebody protected. */
function BeyondList() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const items = useMemo(() => beyondText(state), [state]);
  return (
    <Section label={t('protection.beyond')}>
      <p className={styles['quiet']}>
        {t(items.length > 0 ? 'protection.beyondHint' : 'protection.beyondNone')}
      </p>
      <BeyondItems items={items} linked />
    </Section>
  );
}

/** Everything that exports leave out or replace, and what they cannot. */
export function ProtectionOverview() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const readOnly = useCase((store) => store.readOnly);
  const warnings = useMemo(
    () => warningsOf(state, needlesOf(state), tellingNeedles(askedNeedles(state))),
    [state],
  );
  return (
    <Record name="protection">
      <h2 className={styles['title']}>{t('protection.overview')}</h2>
      <p className={styles['quiet']}>{`${t('people.choose')}: ${t('people.chooseHint')}`}</p>
      <Warnings warnings={warnings} />
      <ProtectedPeople />
      <Section label={t('protection.details')}>
        <Details partyId={null} readOnly={readOnly} />
      </Section>
      <BeyondList />
    </Record>
  );
}
