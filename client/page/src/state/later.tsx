import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Parts that are made one by one, each in a task of its own, so that the page answers in between. */
const waiting: (() => void)[] = [];

function makeNext() {
  waiting.shift()?.();
  if (waiting.length) setTimeout(makeNext);
}

/** What may be made after the rest was shown, since it is below it; `first` goes before what waits already. */
export function Later({
  first = false,
  children,
}: {
  first?: boolean;
  children: ComponentChildren;
}) {
  const [isMade, setIsMade] = useState(false);
  useEffect(() => {
    const make = () => setIsMade(true);
    if (!waiting.length) setTimeout(makeNext);
    if (first) waiting.unshift(make);
    else waiting.push(make);
    return () => {
      const place = waiting.indexOf(make);
      if (place >= 0) waiting.splice(place, 1);
    };
  }, []);
  return isMade ? children : null;
}
