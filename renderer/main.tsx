import './ui/styles.css';
import './app/i18n.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { attendTo } from './answers.ts';
import { reportCopies } from './app/copying.ts';
import { askForFreshPassword } from './app/freshPassword.ts';
import { Gate, type Rooms } from './app/Gate.tsx';
import { followChanges } from './app/live.ts';
import { tell, tellAgain } from './app/messages.ts';
import { queryClient, refreshSession } from './app/query.ts';
import { somebodyWasHere } from './app/station/beginningAnew.ts';
import { entrance } from './features/accounts/signIn/feature.ts';
import { cssVariablesResolver, theme } from './ui/theme.ts';

// Signing in stands in the window before anything else has to be loaded.
const loadWorkspace = () => import('./workspace.tsx');
if (somebodyWasHere()) void loadWorkspace();
const Workspace = lazy(() => loadWorkspace().then((module) => ({ default: module.FurnishedWorkspace })));
const rooms: Rooms = { ...entrance, Workspace, loadWorkspace };

// A picture dropped beside its place must not replace the page.
for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());

attendTo({ stationChanged: () => void refreshSession(), askPassword: askForFreshPassword, tell });
void followChanges();
tellAgain();
reportCopies();

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Gate rooms={rooms} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
