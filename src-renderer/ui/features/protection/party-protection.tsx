import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { markFor } from '#core/protection/marks.ts';
import { standIn } from '#core/protection/needles.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Holders } from '../release/holders.tsx';
import { Details } from './details.tsx';
import { ReplacedPlaces } from './replaced.tsx';
import { Spellings } from './spellings.tsx';
import { useProtect } from './use-protect.ts';

type Props = { readonly party: Item<'party'>; readonly readOnly: boolean };
type Way = 'named' | 'pseudonym' | 'withheld';
const WAYS: readonly Way[] = ['named', 'pseudonym', 'withheld'];

function wayOf({ safety, pseudonym }: Item<'party'>): Way {
  if (safety !== 'protected') return 'named';
  return pseudonym === null ? 'withheld' : 'pseudonym';
}

/** The first letter no pseudonym of the case ends with. */
function freeLetter(): string {
  const taken = new Set<string>();
  for (const { pseudonym } of useCase.getState().state.party.values()) {
    const last = pseudonym?.trim().split(/\s+/u).at(-1);
    if (last) taken.add(last.toUpperCase());
  }
  for (let at = 0; at < 26; at += 1) {
    const letter = String.fromCharCode(65 + at);
    if (!taken.has(letter)) return letter;
  }
  return String(taken.size + 1);
}

/** How exports treat somebody: named, under a pseudonym, not named; and what they replace. */
export function PartyProtection({ party, readOnly }: Props) {
  const { t } = useTranslation();
  const protect = useProtect(party.id);
  const way = wayOf(party);
  const leaves = standIn(party);
  const choose = (chosen: Way): void => {
    if (chosen === way) return;
    if (chosen === 'named') return void protect({ safety: 'public' });
    const pseudonym =
      chosen === 'withheld'
        ? null
        : (party.pseudonym ?? t('protection.pseudonymFirst', { letter: freeLetter() }));
    void protect({ safety: 'protected', pseudonym });
  };
  return (
    <Section label={t('protection.section')}>
      <div className={styles['row']} role="group" aria-label={t('protection.inExports')}>
        <span className={styles['label']}>{t('protection.inExports')}</span>
        {WAYS.map((one) => (
          <Chip
            key={one}
            on={way === one}
            tone={one === 'named' ? 'plain' : 'warn'}
            disabled={readOnly}
            onClick={() => choose(one)}
          >
            {t(`protection.ways.${one}`)}
          </Chip>
        ))}
      </div>
      {way === 'pseudonym' && (
        <TextField
          label={t('protection.pseudonym')}
          showLabel
          value={party.pseudonym ?? ''}
          readOnly={readOnly}
          store={(pseudonym) => protect({ pseudonym: pseudonym.trim() === '' ? null : pseudonym })}
        />
      )}
      <p className={styles['quiet']}>
        {leaves === null
          ? t('protection.leavesNamed')
          : t('protection.leavesAs', { name: leaves || markFor('name', 'en') })}
      </p>
      {leaves !== null && <Spellings key={party.parts.join()} party={party} readOnly={readOnly} />}
      {leaves !== null && <ReplacedPlaces itemId={party.id} />}
      <Holders partyId={party.id} mayNotBeNamed={leaves !== null} />
      <Details partyId={party.id} readOnly={readOnly} />
    </Section>
  );
}
