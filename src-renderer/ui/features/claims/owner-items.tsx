import { Menu } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleOf } from '#core/queries/people-of.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';

/** The people a claim can be given to: who works in the case, colleagues, owners of other claims; and nobody. */
export function OwnerItems({ choose }: { readonly choose: (alias: string | null) => void }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const actor = useCase((store) => store.actor);
  const colleagues = useIdentity((store) => store.colleagues);
  const people = useMemo(
    () =>
      peopleOf(
        state,
        actor,
        colleagues.map(({ name }) => name),
      ),
    [state, actor, colleagues],
  );
  return (
    <>
      {people.map(({ alias, you }) => (
        <Menu.Item key={alias} onClick={() => choose(alias)}>
          <bdi>{you ? t('claims.you', { alias }) : alias}</bdi>
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => choose(null)}>{t('claims.nobody')}</Menu.Item>
    </>
  );
}
