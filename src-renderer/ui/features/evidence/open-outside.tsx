import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

type Props = { readonly evidence: Item<'evidence'>; readonly file: BlobRef };

function Warning({ evidence, file, close }: Props & { readonly close: () => void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const box = useInlineForm<HTMLDivElement>(close);
  const [busy, setBusy] = useState(false);
  async function go(): Promise<void> {
    setBusy(true);
    const outcome = await workbench.openOutside(file);
    setBusy(false);
    if (!report(outcome)) return;
    say('done', t('evidence.outside.opened'));
    close();
  }
  return (
    <div ref={box} className={styles['form']} role="group" aria-label={t('evidence.outside.act')}>
      {evidence.receipt?.terms === 'off record' && (
        <Notice tone="danger">{t('evidence.outside.offRecord')}</Notice>
      )}
      <Notice tone="warn">{t('evidence.outside.warn')}</Notice>
      <div className={styles['actions']}>
        <Button autoFocus onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={busy} onClick={() => void go()}>
          {t(busy ? 'evidence.outside.opening' : 'evidence.outside.go')}
        </Button>
      </div>
    </div>
  );
}

/** Lets another program look at a copy of the file, once the person has read what that means. */
export function OpenOutside({ evidence, file }: Props) {
  const { t } = useTranslation();
  const readOnly = useCase((store) => store.readOnly);
  const [asked, ask] = useState(false);
  if (readOnly) return null;
  return (
    <>
      <div>
        <Button aria-expanded={asked} onClick={() => ask(!asked)}>
          {t('evidence.outside.act')}
        </Button>
      </div>
      {asked && <Warning evidence={evidence} file={file} close={() => ask(false)} />}
    </>
  );
}
