import { client } from '../client.ts';
import { showProblem } from './notices.tsx';
import { failedWith } from './problem.ts';
import { useRequests } from './requests.ts';

/** Follows the menu's item that takes the data to another folder, for whoever is signed in here. */
export function useRequestsToMove(): void {
  useRequests('clinic-desk:moveData', moveData);
}

function moveData(): void {
  client.dataFolder.move().catch((error: unknown) => {
    if (!failedWith(error, 'CANCELLED')) showProblem(error);
  });
}
