import { useTranslation } from 'react-i18next';
import { flushFields } from '#renderer/state/drafts.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import { useFileWords } from './use-file-words.ts';

/** Saves to the project file that was saved last, for the same readers; without one, asks for the first. */
export function useSaveAgain(): () => void {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFileWords();
  async function save(): Promise<void> {
    const working = useJobs.getState().jobs.some(({ kind }) => kind === 'project');
    if (working || useSession.getState().phase !== 'open') return;
    await flushFields();
    const outcome = await workbench.saveProjectAgain();
    if (!outcome.ok) return say('error', wordsOf(outcome));
    if (outcome.value === null) return showScreen({ kind: 'save-project', claimIds: null });
    const { path, bytes, release } = outcome.value;
    const name = path.split(/[\\/]/u).at(-1) ?? path;
    say('done', t('share.again', { name, size: formatBytes(bytes, i18n.language) }));
    if (release && 'why' in release) {
      say('error', t('release.notKept', { why: wordsOf({ ok: false, code: release.why }) }));
    }
  }
  return () => void save();
}
