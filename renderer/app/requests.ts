import { useEffect } from 'react';

/** Follows what main asks for – a menu entry, a link from outside – with `go`; with null somebody else follows. */
export function useRequestsToGo(go: ((path: string) => void) | null): void {
  useEffect(() => {
    if (!go) return;
    const follow = ({ data, source, origin }: MessageEvent) => {
      if (source !== window || origin !== location.origin || data?.type !== 'clinic-desk:go') return;
      if (typeof data.to === 'string' && data.to.startsWith('/')) go(data.to);
    };
    window.addEventListener('message', follow);
    return () => window.removeEventListener('message', follow);
  }, [go]);
}
