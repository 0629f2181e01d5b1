import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { CaseState } from '#core/model/case-state.ts';
import { EMPTY_CASE } from '#core/model/case-state.ts';
import { type Command, type Context, isRefusal } from '#core/ports/command.ts';
import type { Done, Workbench } from '#core/ports/workbench.ts';
import { startWords } from '#renderer/i18n/i18n.ts';
import { CLOSED_CASE, useCase } from '#renderer/state/case-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { FIRST_VIEW, useView } from '#renderer/state/view-store.ts';
import { WorkbenchContext } from '#renderer/ui/hooks/use-workbench.ts';
import { resolveVariables, theme } from '#renderer/ui/theme/mantine.ts';
import type { CaseWorld } from './case-world.ts';

// Text fields that grow listen for fonts being loaded, which happy-dom knows nothing of.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** What the window asked of the workbench, in order. */
export type Asked = { readonly what: string; readonly input: unknown };

const NOT_HERE: Done<never> = { ok: false, code: 'failed' };

/** A workbench that runs commands on a world and answers everything else as it is told to. */
export function fakeWorkbench(
  world: Pick<CaseWorld, 'state' | 'context' | 'write'> | null,
  answers: { readonly [method: string]: (...input: never[]) => unknown } = {},
): { readonly workbench: Workbench; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const run = async <Input,>(command: Command<Input>, input: Input): Promise<Done> => {
    asked.push({ what: command.name, input });
    if (!world) return { ok: false, code: 'read-only' };
    const context: Context = world.context;
    const outcome = command(world.state, input, context);
    if (isRefusal(outcome)) {
      return {
        ok: false,
        code: `command.${outcome.refused}`,
        ...(outcome.detail ? { detail: outcome.detail } : {}),
      };
    }
    world.write(outcome);
    useCase.setState({ state: world.state });
    return { ok: true, value: null };
  };
  const workbench = new Proxy({} as Workbench, {
    get(_, method: string) {
      if (method === 'run') return run;
      return async (...input: never[]) => {
        // When it is no longer asked is no part of what is asked.
        const said = input.filter((one: unknown) => !(one instanceof AbortSignal));
        asked.push({ what: method, input: said.length > 1 ? said : said[0] });
        return answers[method] ? answers[method](...input) : NOT_HERE;
      };
    },
  });
  return { workbench, asked };
}

/** Puts every store back to how it is at the start of the window. */
export function resetStores(
  state: CaseState = EMPTY_CASE,
  texts: ReadonlyMap<string, string> = new Map(),
): void {
  useCase.setState({ ...CLOSED_CASE, state, texts, readOnly: false, actor: 'founder' });
  useView.setState(FIRST_VIEW);
  useMessages.setState({ messages: [] });
  useScreens.setState({ screen: NO_SCREEN, keys: false, stripAway: false });
  useSession.setState({
    phase: 'open',
    refusal: null,
    cases: [],
    caseId: 'case-1',
    keychainAvailable: true,
    dataPath: '/data',
    freeBytes: null,
  });
}

/** Renders part of the window with its words, kit and workbench. */
export async function renderUi(content: ReactNode, workbench: Workbench): Promise<RenderResult> {
  await startWords();
  return render(
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} env="test">
      <WorkbenchContext value={workbench}>{content}</WorkbenchContext>
    </MantineProvider>,
  );
}
