import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#core/ports/command.ts';
import type { FilePlace } from '#core/ports/finished-file.ts';
import type { Done } from '#core/ports/workbench.ts';
import { say } from '#renderer/state/messages-store.ts';
import { placeWords } from './place-words.ts';
import { useWorkbench } from './use-workbench.ts';

type Failed = Extract<Done<never>, { ok: false }>;

/** A place in a file among what fills the words, told by the app as JSON. */
const placeIn = (detail: NonNullable<Failed['detail']>): FilePlace | null =>
  typeof detail['place'] === 'string' ? (JSON.parse(detail['place']) as FilePlace) : null;

/** Words for why an action failed. */
export function useFailureWords(): (failure: Failed) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ code, detail }: Failed) => {
      const key = `errors.${code}`;
      const words = detail && placeIn(detail);
      const told = words ? { ...detail, place: placeWords(t, words) } : (detail ?? {});
      return i18n.exists(key) ? t(key, told) : t('errors.failed');
    },
    [t, i18n],
  );
}

/** Shows why an action failed, in words; returns whether it was done. */
export function useReport(): <T>(outcome: Done<T>) => outcome is Extract<Done<T>, { ok: true }> {
  const wordsOf = useFailureWords();
  return useCallback(
    <T>(outcome: Done<T>): outcome is Extract<Done<T>, { ok: true }> => {
      if (outcome.ok) return true;
      say('error', wordsOf(outcome));
      return false;
    },
    [wordsOf],
  );
}

/** Runs a command on the open case; a refusal is shown in words. Resolves whether it was done. */
export function useRun(): <Input>(
  command: Command<Input>,
  input: Input,
  coalesce?: string,
) => Promise<boolean> {
  const workbench = useWorkbench();
  const report = useReport();
  return useCallback(
    async (command, input, coalesce) =>
      report(await workbench.run(command, input, coalesce ? { coalesce } : {})),
    [workbench, report],
  );
}
