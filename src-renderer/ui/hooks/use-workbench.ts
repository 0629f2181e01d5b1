import { createContext, useContext } from 'react';
import type { Workbench } from '#core/ports/workbench.ts';

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The workbench of this window. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error('There is no workbench around this component.');
  return workbench;
}
