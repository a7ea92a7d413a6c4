import type { ReactNode } from 'react';

/** The mark of the product: a clause with its tick. */
export function Mark({ className }: { className?: string | undefined }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-pine-7)" />
      <path d="M8 10h10M8 16h6M8 22h4" stroke="#a0d2ce" strokeWidth="2.4" strokeLinecap="round" />
      <path
        d="m15.5 20.5 3.6 3.6L25 14.6"
        fill="none"
        stroke="#fff"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
