import { useTranslation } from 'react-i18next';
import type { HeldUp } from '#core/queries/held-up.ts';
import styles from '#renderer/ui/components/record.module.css';
import { type Mark, StatusMark } from '#renderer/ui/components/status-mark.tsx';

const GROUPS: readonly (readonly [Exclude<keyof HeldUp, 'said'>, Mark])[] = [
  ['corroborated', 'corroborated'],
  ['disputed', 'disputed'],
  ['nothingFound', 'nothing'],
  ['unverified', 'unclear'],
  ['notStarted', 'unverified'],
  ['kept', 'unverified'],
  ['skipped', 'skipped'],
];

/** How some claims held up, each group counted by itself: no score stands for a person. */
export function HeldUpLine({ counts }: { readonly counts: HeldUp }) {
  const { t } = useTranslation();
  const { said } = counts;
  return (
    <p className={styles['counts']} aria-label={t('people.heldUp')} role="group">
      {GROUPS.filter(([group]) => counts[group] > 0).map(([group, mark]) => (
        <span key={group}>
          <StatusMark mark={mark} /> {t(`people.held.${group}`, { count: counts[group] })}
        </span>
      ))}
      {said.confirmed > 0 && <span>{t('people.held.said', { count: said.confirmed })}</span>}
      {said.no > 0 && <span>{t('people.held.notSaid', { count: said.no })}</span>}
    </p>
  );
}
