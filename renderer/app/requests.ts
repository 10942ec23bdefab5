import { useCallback, useEffect } from 'react';

interface Request {
  type: string;
  to?: unknown;
}

/** Hears what main asks for in this window, of one type; with null nobody does. */
export function useRequests(type: string, answer: ((request: Request) => void) | null): void {
  useEffect(() => {
    if (!answer) return;
    const hear = ({ data, source, origin }: MessageEvent) => {
      if (source === window && origin === location.origin && data?.type === type) answer(data);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [type, answer]);
}

/** Follows what main asks for – a menu entry, a link from outside – with `go`; with null somebody else follows. */
export function useRequestsToGo(go: ((path: string) => void) | null): void {
  const follow = useCallback(
    ({ to }: Request) => {
      if (typeof to === 'string' && to.startsWith('/')) go?.(to);
    },
    [go],
  );
  useRequests('clinic-desk:go', go && follow);
}
