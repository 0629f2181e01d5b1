import { Checkbox, SegmentedControl } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepSnapshots } from '#core/ports/project-files.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { NO_PASSPHRASE, PassphraseChoice } from '../identity/passphrase-choice.tsx';
import styles from './share.module.css';

/** Up to here the evidence goes along unless the person says otherwise, in bytes: seconds on a stick. */
const SMALL = 200 * 1024 * 1024;

/** What the evidence of the open case measures, in bytes. */
function useEvidenceBytes(): number {
  const evidence = useCase((store) => store.state.evidence);
  const sizes = new Map<string, number>();
  for (const { file } of evidence.values()) if (file) sizes.set(file.sha256, file.size);
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** Chooses the folder, what opens the snapshots, and whether the evidence goes along. */
export function KeepForm(props: {
  readonly keep: (how: KeepSnapshots) => Promise<void>;
  /** Leaves how they are kept as it is; null while they are off. */
  readonly giveUp: (() => void) | null;
}) {
  const { keep, giveUp } = props;
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const own = useIdentity((identity) => identity.self?.recipient ?? null);
  const bytes = useEvidenceBytes();
  const [folder, setFolder] = useState<string | null>(null);
  const [by, setBy] = useState<'passphrase' | 'keys'>('passphrase');
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [evidence, setEvidence] = useState(bytes <= SMALL);
  useEffect(() => {
    void workbench.showIdentity();
  }, [workbench]);

  async function choose(): Promise<void> {
    const outcome = await workbench.pickSnapshotFolder();
    if (report(outcome) && outcome.value !== null) setFolder(outcome.value);
  }
  const byKey = by === 'keys' && own !== null;
  const ready = folder !== null && (byKey || passphrase.acceptable);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!ready || folder === null) return;
    const protection = byKey ? { recipients: [own] } : { passphrase: passphrase.passphrase };
    await keep({ folder, protection, evidence });
  }
  return (
    <form className={styles['part']} noValidate onSubmit={(event) => void submit(event)}>
      <p className={screen['about']}>{t('snapshots.kept.off')}</p>
      <div className={screen['spread']}>
        <bdi className={styles['path']}>{folder ?? ''}</bdi>
        <span className={screen['spread']}>
          {giveUp && (
            <Button look="quiet" onClick={giveUp}>
              {t('common.cancel')}
            </Button>
          )}
          <Button onClick={() => void choose()}>{t('snapshots.kept.choose')}</Button>
        </span>
      </div>
      {folder !== null && (
        <>
          {own !== null && (
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={t('snapshots.kept.seal')}
              value={by}
              data={[
                { value: 'passphrase', label: t('snapshots.kept.byPassphrase') },
                { value: 'keys', label: t('snapshots.kept.byOwnKey') },
              ]}
              onChange={(value) => setBy(value === 'keys' ? 'keys' : 'passphrase')}
            />
          )}
          {!byKey && <PassphraseChoice value={passphrase} onChange={setPassphrase} />}
          <p className={screen['about']}>
            {t(byKey ? 'snapshots.kept.ownKeyAbout' : 'snapshots.kept.passphraseAbout')}
          </p>
          <Checkbox
            label={t('snapshots.kept.evidence')}
            description={t('snapshots.kept.evidenceSize', { size: formatBytes(bytes, i18n.language) })}
            checked={evidence}
            onChange={(event) => setEvidence(event.currentTarget.checked)}
          />
          <div className={screen['actions']}>
            <Button look="primary" type="submit" disabled={!ready}>
              {t('snapshots.kept.turnOn')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
