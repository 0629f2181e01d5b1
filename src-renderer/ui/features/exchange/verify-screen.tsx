import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FileVerdict, verifyFile } from '#core/exchange/verify/verify-file.ts';
import type { LeavingCase } from '#core/exchange/claims/chosen.ts';
import type { CheckedBagFile, FileToVerify, ReadFile } from '#core/ports/exchange-work.ts';
import { sha256Bytes, sha256Parts } from '#core/text/sha256-bytes.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { ReleaseOfFile } from '../release/release-of-file.tsx';
import styles from './exchange.module.css';
import { useLeaving } from './use-leaving.ts';

/** Differences shown; the count speaks of all. */
const SHOWN = 100;

type Verified = { readonly name: string; readonly sha256: string; readonly verdict: FileVerdict };

function verified({ name, bytes }: ReadFile, given: LeavingCase | null): Verified {
  return { name, sha256: sha256Bytes(bytes), verdict: verifyFile(bytes, given, sha256Parts) };
}

/** What was looked at: a bag, or a file that was read whole. */
type Checked = Extract<FileToVerify, { kind: 'bag' }> | (Verified & { readonly kind: 'read' });

function FoundBag({ name, bag }: { readonly name: string; readonly bag: CheckedBagFile }) {
  const { t, i18n } = useTranslation();
  const { files, bytes, problems } = bag;
  return (
    <div role="status" className={styles['part']}>
      <p>
        <bdi>{name}</bdi>
        {`: ${t('exchange.verify.format.bag')}`}
      </p>
      <p>{t('exchange.verify.bagHolds', { count: files, size: formatBytes(bytes, i18n.language) })}</p>
      {problems.length === 0 ? (
        <Notice tone="plain">{t('exchange.verify.bagSound')}</Notice>
      ) : (
        <>
          <Notice tone="danger">{t('exchange.verify.bagAltered', { count: problems.length })}</Notice>
          <ul className={styles['list']}>
            {problems.slice(0, SHOWN).map(({ path, what }) => (
              <li key={`${what} ${path}`} dir="auto">
                {t(`exchange.verify.problem.${what}`, { path })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Compared({ against }: { readonly against: NonNullable<FileVerdict['against']> }) {
  const { t } = useTranslation();
  const { same, differences, onlyFile, onlyCase } = against;
  const agrees = differences.length === 0 && onlyFile.length === 0;
  return (
    <section className={styles['part']} aria-label={t('exchange.verify.against')}>
      <h2>{t('exchange.verify.against')}</h2>
      <p>{t('exchange.verify.same', { count: same })}</p>
      {agrees && <p>{t('exchange.verify.agrees')}</p>}
      {differences.length > 0 && (
        <>
          <Notice tone="warn">{t('exchange.verify.differs', { count: differences.length })}</Notice>
          <ul className={styles['list']}>
            {differences.slice(0, SHOWN).map(({ ref, column, file, now }) => (
              <li key={`${ref} ${column}`} dir="auto">
                {t('exchange.verify.difference', { ref, column, file, now })}
              </li>
            ))}
          </ul>
        </>
      )}
      {onlyFile.length > 0 && (
        <Notice tone="warn">
          {t('exchange.verify.onlyFile', { refs: onlyFile.slice(0, SHOWN).join(', ') })}
        </Notice>
      )}
      {onlyCase.length > 0 && (
        <p>{t('exchange.verify.onlyCase', { refs: onlyCase.slice(0, SHOWN).join(', ') })}</p>
      )}
    </section>
  );
}

function Found({ name, sha256, verdict }: Verified) {
  const { t } = useTranslation();
  const { format, seal, against } = verdict;
  return (
    <div role="status" className={styles['part']}>
      <p>
        <bdi>{name}</bdi>
        {`: ${t(`exchange.verify.format.${format ?? 'unknown'}`)}`}
      </p>
      {format !== null && (
        <Notice tone={seal === 'altered' || seal === 'broken' ? 'danger' : 'plain'}>
          {t(`exchange.verify.seal.${seal}`)}
        </Notice>
      )}
      {against && <Compared against={against} />}
      <p>
        {t('exchange.fingerprint')} <code>{sha256}</code>
      </p>
      <ReleaseOfFile sha256={sha256} />
      <p className={screen['about']}>{t('exchange.verify.compare')}</p>
    </div>
  );
}

/** Says what holds of an exported file, against its own fingerprint and against the open case. */
export function VerifyScreen() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const leaving = useLeaving('en');
  const open = useSession((session) => session.phase === 'open' || session.phase === 'sample');
  const [found, setFound] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function choose(): Promise<void> {
    const outcome = await workbench.pickToVerify();
    setProblem(outcome.ok ? null : wordsOf(outcome));
    if (!outcome.ok || !outcome.value) return;
    const file = outcome.value;
    setFound(file.kind === 'bag' ? file : { kind: 'read', ...verified(file.file, open ? leaving : null) });
  }
  return (
    <main className={screen['screen']}>
      <div
        className={`${screen['form']} ${styles['wide']}`}
        role="group"
        aria-label={t('exchange.verify.heading')}
      >
        <h1>{t('exchange.verify.heading')}</h1>
        <p className={screen['about']}>{t('exchange.verify.about')}</p>
        {problem && <Notice tone="danger">{problem}</Notice>}
        {found?.kind === 'bag' && <FoundBag name={found.name} bag={found.bag} />}
        {found?.kind === 'read' && <Found {...found} />}
        <div className={screen['actions']}>
          <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.close')}</Button>
          <Button look="primary" autoFocus onClick={() => void choose()}>
            {t('exchange.import.choose')}
          </Button>
        </div>
      </div>
    </main>
  );
}
