import type { ReactNode } from 'react';

/** Holds a table that may be wider than the screen; the keyboard scrolls it, since it takes the focus. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      {children}
    </section>
  );
}
