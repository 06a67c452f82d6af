import { Mark, type MarkShape } from './marks.tsx';

export interface LegendItem {
  label: string;
  shape: MarkShape;
  fill: string;
  sign?: 'dot' | 'cross';
  /** How many of these the picture shows. */
  count?: number;
}

/** What the marks of a picture mean, as a list in words beside the same marks. */
export function Legend({ title, items }: { title: string; items: readonly LegendItem[] }) {
  return (
    <div class="app-legend">
      <h3 class="govuk-heading-s app-legend__title">{title}</h3>
      <ul class="app-legend__list">
        {items.map((item) => (
          <li>
            <svg
              class="app-legend__mark"
              viewBox="-9 -9 18 18"
              width="18"
              height="18"
              aria-hidden="true"
              focusable="false"
            >
              <Mark shape={item.shape} x={0} y={0} size={11} fill={item.fill} sign={item.sign} />
            </svg>
            {item.label}
            {item.count !== undefined && <span class="app-legend__count"> {item.count}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
