import { useNavigation } from '../state/navigation.ts';
import { TABS } from '../state/view.ts';
import { capital } from '../state/words.ts';

/** The ways to see what is shown; arrow keys go from tab to tab. */
export function Tabs() {
  const { view, go } = useNavigation();
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(view.tab) + step + TABS.length) % TABS.length]!;
    go({ tab: next });
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Ways to see it">
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-controls="panel"
          aria-selected={view.tab === tab}
          tabindex={view.tab === tab ? 0 : -1}
          onClick={() => go({ tab })}
          onKeyDown={move}
        >
          {capital(tab)}
        </button>
      ))}
    </div>
  );
}
