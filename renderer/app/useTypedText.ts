import { useEffect, useEffectEvent, useState } from 'react';

const ADDRESS_LAGS = 300;

/** Text that shows its effect at once and stands in the address a moment later. */
export function useTypedText(inAddress: string, write: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress);
  const [synced, setSynced] = useState(inAddress);
  if (inAddress !== synced) {
    setSynced(inAddress);
    setText(inAddress);
  }
  const commit = useEffectEvent(() => {
    setSynced(text);
    write(text);
  });
  useEffect(() => {
    if (text === synced) return;
    const timer = setTimeout(commit, ADDRESS_LAGS);
    return () => clearTimeout(timer);
  }, [text, synced]);
  return [text, setText];
}
