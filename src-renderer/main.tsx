import './polyfills.ts';
import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/global.css';
import './ui/theme/highlights.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWorkbench } from './app/start.ts';
import { startWords } from './i18n/i18n.ts';
import { App } from './ui/features/shell/app.tsx';
import { WorkbenchContext } from './ui/hooks/use-workbench.ts';
import { resolveVariables, theme } from './ui/theme/mantine.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

await startWords();
const workbench = await startWorkbench();

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <WorkbenchContext value={workbench}>
        <App />
      </WorkbenchContext>
    </MantineProvider>
  </StrictMode>,
);
