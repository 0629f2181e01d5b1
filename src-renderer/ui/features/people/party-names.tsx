import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOurSource, scriptOf } from '#core/model/names.ts';
import { NAME_KINDS, type PartyName, SCRIPTS } from '#core/model/party.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useFormDraft } from '#renderer/ui/hooks/use-form-draft.ts';
import { TextField } from '../fields/text-field.tsx';
import styles from './party-names.module.css';
import type { PartyProps } from './party-props.ts';
import { useStoreParty } from './use-store-party.ts';

function NameRow(props: {
  readonly name: PartyName;
  readonly readOnly: boolean;
  readonly store: (part: Partial<PartyName>) => Promise<boolean>;
  readonly remove: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { name, readOnly, store, remove } = props;
  return (
    <div className={styles['name']}>
      <TextField
        label={t('people.nameText')}
        value={name.text}
        readOnly={readOnly}
        store={(text) => store({ text })}
      />
      <Select
        aria-label={t('people.script')}
        value={name.script}
        allowDeselect={false}
        readOnly={readOnly}
        data={SCRIPTS.map((value) => ({ value, label: t(`people.scripts.${value}`) }))}
        onChange={(script) => script && void store({ script })}
      />
      <Select
        aria-label={t('people.nameKind')}
        value={name.kind}
        allowDeselect={false}
        readOnly={readOnly}
        data={NAME_KINDS.map((value) => ({ value, label: t(`terms.nameKind.${value}`) }))}
        onChange={(kind) => kind && void store({ kind })}
      />
      {remove && (
        <ActionIcon aria-label={`${t('common.remove')}: ${name.text}`} onClick={remove}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}

function NameList({ party, readOnly }: PartyProps) {
  const { t } = useTranslation();
  const storeParty = useStoreParty(party.id);
  const latest = (): readonly PartyName[] => useCase.getState().state.party.get(party.id)?.names ?? [];

  async function store(at: number, part: Partial<PartyName>): Promise<boolean> {
    const names = latest();
    const text = part.text?.trim();
    // An empty or doubled name would drop out of the list under the person's hands.
    if (text === '' || names.some((name, index) => index !== at && name.text === text)) return false;
    return storeParty({ names: names.map((name, index) => (index === at ? { ...name, ...part } : name)) });
  }
  async function add(typed: string): Promise<boolean> {
    const text = typed.trim();
    if (text === '') return true;
    const script = scriptOf(text);
    const kind = party.names.length === 0 ? 'name' : 'variant';
    return storeParty({ names: [...latest(), { text, script, kind }] });
  }

  return (
    <>
      {party.names.map((name, at) => (
        <NameRow
          // Names have no identity but their place, and must keep it while they are typed.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          name={name}
          readOnly={readOnly}
          store={(part) => store(at, part)}
          remove={
            readOnly || (party.names.length === 1 && party.codeName === null)
              ? null
              : () => void storeParty({ names: latest().filter((_, index) => index !== at) })
          }
        />
      ))}
      {!readOnly && <NewName label={t('people.addName')} add={add} />}
    </>
  );
}

/** A name that is added when it is left or Enter is pressed; Escape takes it back. */
function NewName({
  label,
  add,
}: {
  readonly label: string;
  readonly add: (text: string) => Promise<boolean>;
}) {
  const [asked, ask] = useState(false);
  if (asked) return <NewNameField label={label} add={add} close={() => ask(false)} />;
  return (
    <div>
      <Button look="quiet" onClick={() => ask(true)}>
        {`+ ${label}`}
      </Button>
    </div>
  );
}

function NewNameField(props: {
  readonly label: string;
  readonly add: (text: string) => Promise<boolean>;
  readonly close: () => void;
}) {
  const { label, add, close } = props;
  const [text, setText] = useState('');
  const draft = useFormDraft({ ready: text.trim() !== '', store: () => add(text), close });
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      dir="auto"
      autoFocus
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => (text.trim() === '' ? draft.cancel() : void draft.submit())}
      onKeyDown={(event) => {
        if (event.code === 'Escape') draft.cancel();
        if (event.code === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
}

/** Every name, spelling and alias. Names of our sources stay hidden until asked for. */
export function PartyNames(props: PartyProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const { party } = props;
  if (!isOurSource(party)) {
    return (
      <Section label={t('people.names')}>
        <NameList {...props} />
      </Section>
    );
  }
  if (party.names.length === 0) return null;
  return (
    <Section label={t('people.names')}>
      <div className={styles['hidden']}>
        <span>{t('people.namesHidden')}</span>
        <Button look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'people.hideNames' : 'people.showNames')}
        </Button>
      </div>
      {shown && <NameList {...props} />}
    </Section>
  );
}
