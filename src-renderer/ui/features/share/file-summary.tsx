import { useTranslation } from 'react-i18next';
import type { OpenedProject } from '#core/ports/project-files.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Signer } from '../identity/signer.tsx';
import { formatBytes } from '../fields/format-bytes.ts';
import styles from './share.module.css';

/** What a checked project file holds, who saved it, and what vouches for it. */
const SCOPES = { whole: 'share.whole', part: 'share.part', redacted: 'share.redactedCopy' } as const;

export function FileSummary({ project }: { readonly project: OpenedProject }) {
  const { t, i18n } = useTranslation();
  const { title, savedAt, savedBy, scope, entries, people, withheld, documents, evidence } = project;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  const history = [
    t('share.entries', { count: entries }),
    t('share.byPeople', { count: people }),
    withheld > 0 ? t('share.withheld', { count: withheld }) : '',
  ];
  const facts: readonly (readonly [string, string])[] = [
    [t('share.summary.title'), title],
    [t('share.summary.savedBy'), savedBy.alias || t('share.someone')],
    [t('share.summary.savedAt'), day.format(new Date(savedAt))],
    [t('share.summary.scope'), t(SCOPES[scope])],
    [t('share.summary.history'), history.filter(Boolean).join(', ')],
    [t('share.summary.articles'), new Intl.NumberFormat(i18n.language).format(documents)],
    [
      t('share.summary.evidence'),
      t('share.files', { count: evidence.files, size: formatBytes(evidence.bytes, i18n.language) }),
    ],
    [t('share.summary.chains'), t('share.chainsHold')],
  ];
  return (
    <>
      <dl className={styles['facts']}>
        {facts.map(([label, words]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
        <dt>{t('share.summary.signature')}</dt>
        <dd>
          {project.signature === 'valid' && savedBy.publicKey !== null ? (
            <>
              <span>{t('share.signed')}</span>
              <Signer signingKey={savedBy.publicKey} />
            </>
          ) : (
            t('share.unsigned')
          )}
        </dd>
      </dl>
      {project.missingEvidence.length > 0 && scope === 'whole' && (
        <Notice tone="warn">{t('share.missing', { count: project.missingEvidence.length })}</Notice>
      )}
    </>
  );
}
