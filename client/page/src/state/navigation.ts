import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { addressOf, type ReadAddress, viewOf } from './address.ts';
import { START, type View } from './view.ts';

/** The view, and how to come to another one. */
interface Navigation extends ReadAddress {
  /** The address of the view with these changes. */
  readonly linkTo: (changes: Partial<View>) => string;
  /** Goes there; `replace` leaves no step for the back button, e.g. while a slider is dragged. */
  readonly go: (changes: Partial<View>, how?: 'push' | 'replace') => void;
}

const Context = createContext<Navigation>({
  view: START,
  complaints: [],
  linkTo: () => '/',
  go: () => {},
});

export const NavigationProvider = Context.Provider;
export const useNavigation = () => useContext(Context);

/** The navigation of this window: follows the address, and takes over the links to other views. */
export function useWindowNavigation(): Navigation {
  const [read, setRead] = useState(() => viewOf(location.search));
  useEffect(() => {
    const follow = () => setRead(viewOf(location.search));
    const take = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest<HTMLElement | SVGElement>(
        'a[href^="/?"], a[href="/"]',
      );
      if (!link || event.defaultPrevented || event.button || hasModifier(event)) return;
      if (link.getAttribute('target')) return;
      event.preventDefault();
      history.pushState(null, '', link.getAttribute('href'));
      follow();
    };
    addEventListener('popstate', follow);
    document.addEventListener('click', take);
    return () => {
      removeEventListener('popstate', follow);
      document.removeEventListener('click', take);
    };
  }, []);
  const linkTo = (changes: Partial<View>) => addressOf({ ...read.view, ...changes });
  const go = (changes: Partial<View>, how: 'push' | 'replace' = 'push') => {
    const address = linkTo(changes);
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    setRead(viewOf(location.search));
  };
  return { ...read, linkTo, go };
}

function hasModifier({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey;
}
