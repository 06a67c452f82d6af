import { paths } from './paths.ts';

/** Two strokes that lean the same way, one beside the other: the mark of the service, drawn in the colour of its text. */
export function Mark() {
  return (
    <svg class="app-brand__mark" viewBox="0 0 24 32" width="24" height="32" aria-hidden="true" focusable="false">
      <path class="app-brand__stroke" d="M4 27 10 5" stroke-width="6" stroke-linecap="round" />
      <path
        class="app-brand__stroke app-brand__stroke--second"
        d="M16 27 19.5 14"
        stroke-width="6"
        stroke-linecap="round"
      />
    </svg>
  );
}

/** The name of the service, a link to its first page. */
export function Brand() {
  return (
    <a class="app-brand" href={paths.home()}>
      <Mark />
      <span class="app-brand__name">Alongside</span>
    </a>
  );
}
