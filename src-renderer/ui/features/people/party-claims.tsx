import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { useTranslation } from 'react-i18next';
import { statusOf } from '#core/finding/status-of.ts';
import { compareRefs } from '#core/model/refs.ts';
import { heldUp } from '#core/queries/held-up.ts';
import type { PartyRow } from '#core/queries/party-rows.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { HeldUpLine } from './held-up-line.tsx';

function Claims(props: { readonly label: string; readonly ids: readonly string[]; readonly none?: string }) {
  const { t } = useTranslation();
  const claims = useCase((store) => store.state.claim);
  const held = props.ids.flatMap((id) => claims.get(id) ?? []).sort((a, b) => compareRefs(a.ref, b.ref));
  if (held.length === 0 && props.none === undefined) return null;
  const count = held.length > 0 ? ` · ${held.length}` : '';
  return (
    <Section label={`${props.label}${count}`}>
      {held.length > 0 && <HeldUpLine counts={heldUp(held)} />}
      {held.length === 0 && <p className={styles['quiet']}>{props.none}</p>}
      <ul className={styles['list']}>
        {held.map((claim) => {
          const { status, reason } = statusOf(claim);
          return (
            <li key={claim.id} className={styles['row']}>
              <StatusMark
                mark={markOf(status, reason, claim.skip !== null)}
                label={claim.findingKept ? t('claims.findingKept') : t(`terms.status.${status}`)}
              />
              <button
                type="button"
                className={styles['link']}
                onClick={() =>
                  useView.setState(({ reveal }) => ({
                    desk: 'claims',
                    claimId: claim.id,
                    reveal: reveal + 1,
                  }))
                }
              >
                <RefText entity="claim" id={claim.id} text={claim.ref} /> <bdi>{claim.statement}</bdi>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Gave({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const evidence = useCase((store) => store.state.evidence);
  if (ids.length === 0) return null;
  return (
    <Section label={t('people.gave')}>
      <ul className={styles['list']}>
        {ids.flatMap((id) => {
          const item = evidence.get(id);
          if (!item) return [];
          return (
            <li key={id}>
              <button
                type="button"
                className={styles['link']}
                onClick={() => useView.setState({ desk: 'evidence', evidenceId: id })}
              >
                <RefText entity="evidence" id={item.id} text={item.ref} /> <bdi>{item.title}</bdi>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What a party said, what is said of it, and what comes from it. */
export function PartyClaims({ row }: { readonly row: PartyRow }) {
  const { t } = useTranslation();
  return (
    <>
      <Claims label={t('people.says')} ids={row.says} none={t('people.nothingSaid')} />
      <Claims label={t('people.maySay')} ids={row.maySay} />
      <Claims label={t('people.about')} ids={row.about} none={t('people.nothingAbout')} />
      <Gave ids={row.evidence} />
    </>
  );
}
