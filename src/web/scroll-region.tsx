import type { ComponentChildren } from 'preact';

interface ScrollRegionProps {
  /** What the table shows: said when a keyboard user reaches the region. */
  label: string;
  children: ComponentChildren;
}

/** Around a table of many columns: on a narrow screen the table scrolls sideways, by keyboard too, and the page does not. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached without a mouse
    <section class="app-scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}
