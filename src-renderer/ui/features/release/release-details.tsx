import { useTranslation } from 'react-i18next';
import { editRelease } from '#renderer/commands/edit-release.ts';
import type { Item } from '#core/model/item.ts';
import { partyName } from '#core/model/names.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Record } from '#renderer/ui/components/record.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import { TextField } from '../fields/text-field.tsx';
import { Correction } from './correction.tsx';
import own from './release.module.css';
import { useMoment, useSince } from './release-row.tsx';
import { Since } from './since.tsx';

type Props = { readonly release: Item<'release'> };

function Facts({ release }: Props) {
  const { t, i18n } = useTranslation();
  const moment = useMoment();
  const by = useCase(({ state }) => {
    const [first] = release.folded.fields['madeAt'] ?? [];
    return first ? (state.actor.get(first.actor)?.alias ?? '') : '';
  });
  return (
    <dl className={styles['facts']}>
      <dt>{t('release.madeAt')}</dt>
      <dd>{moment(release.madeAt)}</dd>
      {by !== '' && (
        <>
          <dt>{t('release.madeBy')}</dt>
          <dd>
            <bdi>{by}</bdi>
          </dd>
        </>
      )}
      <dt>{t('release.audience')}</dt>
      <dd>{t(`terms.audience.${release.audience}`)}</dd>
      <dt>{t('release.holds')}</dt>
      <dd>
        {t('release.claims', { count: release.claims.length })},{' '}
        {t('release.evidence', { count: release.evidence.length })}
      </dd>
      <dt>{t('release.size')}</dt>
      <dd>{formatBytes(release.bytes, i18n.language)}</dd>
      <dt>{t('release.hash')}</dt>
      <dd className={own['hash']}>{release.sha256}</dd>
    </dl>
  );
}

/** Whose names can be read in what left, and who was replaced in it. */
function People({ release }: Props) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const open = (partyId: string): void => useView.setState({ desk: 'people', partyId });
  const named = release.holds.filter((id) => state.party.has(id));
  return (
    <>
      <Section label={`${t('release.named')} · ${named.length}`}>
        {named.length === 0 && <p className={styles['quiet']}>{t('release.namesNobody')}</p>}
        <ul className={styles['list']}>
          {named.map((id) => (
            <li key={id}>
              <button type="button" className={styles['link']} onClick={() => open(id)}>
                <bdi>{partyName(state, id) || t('people.nameless')}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </Section>
      {release.redactions.length > 0 && (
        <Section label={`${t('release.redacted')} · ${release.redactions.length}`}>
          <ul className={styles['list']}>
            {release.redactions.map(({ itemId, as, count }) => (
              <li key={itemId}>
                <bdi>
                  {partyName(state, itemId) || state.detail.get(itemId)?.words || t('release.goneItem')}
                </bdi>{' '}
                <span className={styles['quiet']}>
                  {as === '' ? t('release.withheld', { count }) : t('release.replacedBy', { as, count })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Everything about one file that left. */
export function ReleaseDetails({ release }: Props) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const since = useSince(release);
  const store = (fields: { to?: string; note?: string }): Promise<boolean> =>
    run(
      editRelease,
      { releaseId: release.id, fields },
      `release-${release.id}-${Object.keys(fields).join()}`,
    );
  return (
    <Record name={release.fileName}>
      <h2 className={styles['title']}>
        {`${t(`terms.release.${release.kind}`)}: `}
        <bdi>{release.fileName}</bdi>
      </h2>
      {since.protectedSince.length > 0 && (
        <Notice tone="danger">
          {t('release.namesProtectedHint', { count: since.protectedSince.length })}
        </Notice>
      )}
      <Facts release={release} />
      <div className={styles['fields']}>
        <TextField
          label={t('release.to')}
          showLabel
          value={release.to ?? ''}
          placeholder={t('release.toHint')}
          readOnly={readOnly}
          store={(to) => store({ to })}
        />
        <TextField
          label={t('release.note')}
          showLabel
          multiline
          value={release.note ?? ''}
          readOnly={readOnly}
          store={(note) => store({ note })}
        />
      </div>
      <Since since={since} />
      <Correction release={release} since={since} />
      <People release={release} />
    </Record>
  );
}
