import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type FileFacts, saysNothing } from '#core/facts/file-facts.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import record from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import styles from './facts.module.css';
import { BesideDates, Times } from './time-lines.tsx';
import { useFacts } from './use-facts.ts';

/** Its outlines are a hundred kilobytes that few items need. */
const FactsMap = lazy(() => import('./facts-map.tsx'));

/** Kinds of files that are asked; others hold nothing of the kind that is read here. */
const ASKED = /^(image\/(jpeg|png|webp|gif|avif|heic|heif|tiff)|video\/.+|audio\/.+|application\/pdf)$/;

const FAILURES = ['empty-file', 'too-large', 'damaged-file', 'protected-file', 'slow-file'] as const;

/** Five decimals are a metre on the ground. */
const degrees = (value: number): string => value.toFixed(5);

function Place({ latitude, longitude }: NonNullable<FileFacts['place']>) {
  const { t } = useTranslation();
  const words = `${degrees(latitude)}, ${degrees(longitude)}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words);
    say('done', t('facts.copied'));
  };
  return (
    <>
      <span>
        <bdi>{words}</bdi>{' '}
        <ActionIcon aria-label={t('facts.copyPlace')} onClick={() => void copy()}>
          <IconCopy size={13} />
        </ActionIcon>
      </span>
      <Suspense fallback={null}>
        <FactsMap latitude={latitude} longitude={longitude} words={words} />
      </Suspense>
    </>
  );
}

function Said({ evidence, said }: { readonly evidence: Item<'evidence'>; readonly said: FileFacts }) {
  const { t } = useTranslation();
  if (saysNothing(said)) return <p className={record['quiet']}>{t('facts.nothing')}</p>;
  const { facts, times, place, traces } = said;
  return (
    <>
      <dl className={record['facts']}>
        {facts.map(({ name, value }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(`facts.name.${name}`)}</dt>
            <dd className={styles['value']}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        {times.length > 0 && <dt>{t('facts.times')}</dt>}
        {times.length > 0 && (
          <dd>
            <Times times={times} />
          </dd>
        )}
        {place && <dt>{t('facts.place')}</dt>}
        {place && (
          <dd>
            <Place {...place} />
          </dd>
        )}
      </dl>
      <BesideDates evidence={evidence} times={times} />
      {traces.length > 0 && (
        <div>
          <b>{t('facts.traces')}</b>
          <ul className={styles['signs']}>
            {traces.map(({ kind, value }) => (
              <li key={`${kind} ${value}`} dir="auto">
                {t(`facts.trace.${kind}`, { value })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={record['quiet']}>{t('facts.hint')}</p>
    </>
  );
}

/** What a file says of itself: device, times, place, programs, signs of changes. A lead, no proof. */
export function FactsSection(props: { readonly evidence: Item<'evidence'>; readonly file: BlobRef }) {
  return ASKED.test(props.file.mediaType) ? <AskedFacts {...props} /> : null;
}

function AskedFacts({ evidence, file }: { readonly evidence: Item<'evidence'>; readonly file: BlobRef }) {
  const { t } = useTranslation();
  const read = useFacts(file);
  const code = read.kind === 'failed' ? (FAILURES.find((known) => known === read.code) ?? 'other') : null;
  return (
    <Section label={t('facts.label')}>
      {read.kind === 'reading' && (
        <p className={record['quiet']} role="status">
          {t('facts.reading')}
        </p>
      )}
      {code && <Notice tone="warn">{t(`facts.failed.${code}`)}</Notice>}
      {read.kind === 'read' && <Said evidence={evidence} said={read.facts} />}
    </Section>
  );
}
