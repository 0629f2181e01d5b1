import { CASE_ITEM_ID, type CaseInfo } from '#core/model/case-info.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type EditCase = Partial<Pick<CaseInfo, 'title' | 'mode' | 'reportSetup'>>;

/** Changes the case's title, grading mode or the way its reports are composed. */
export const editCase: Command<EditCase> = (state, { title, mode, reportSetup }) => {
  const held = find(state, 'case', CASE_ITEM_ID);
  if ('refused' in held) return held;
  if (title?.trim() === '') return refuse('title-empty');
  return update('case', held, {
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(mode === undefined ? {} : { mode }),
    ...(reportSetup === undefined ? {} : { reportSetup }),
  });
};
