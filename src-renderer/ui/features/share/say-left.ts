import { useTranslation } from 'react-i18next';
import type { Purged } from '#core/ports/project-files.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';

/** Says where snapshots with what was purged could not be reached. */
export function useSayLeft(): (purged: Purged) => void {
  const { t } = useTranslation();
  const keptOn = useSnapshots((store) => store.kept?.on === true);
  return ({ left }) => {
    if (left.length > 0)
      say('error', t(keptOn ? 'share.purge.left' : 'share.purge.leftOff', { folders: left.join(', ') }));
  };
}
