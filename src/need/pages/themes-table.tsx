import { Table } from '../../govuk/table.tsx';
import { MEASURES } from '../../opendata/rules/measures.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { PairedChange } from '../rules/themes/proportions.ts';
import type { Theme } from '../rules/themes/theme.ts';

const CAPTION = 'Needs by the number of schools that have them';
const HEAD = ['Need', 'Schools', 'Share', 'England', 'Change', 'Which measures'];

/** Needs, that of most schools first: how many schools, beside England, growing or shrinking, and which measures and groups recur. */
export function ThemesTable({ themes, kind }: { themes: readonly Theme[]; kind: 'area' | 'trust' }) {
  return (
    <ScrollRegion label={CAPTION}>
      <Table
        caption={CAPTION}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[...HEAD, kind === 'area' ? 'In which trusts' : 'In which areas'].map((text) => ({ text }))}
        rows={themes.map((theme) => [
          { text: theme.label },
          { text: <Schools theme={theme} /> },
          { text: <Share theme={theme} /> },
          { text: theme.england === null ? 'not known' : percent(theme.england) },
          { text: <Change change={theme.change} /> },
          {
            text:
              theme.measures.length === 0
                ? 'not by measure'
                : theme.measures.map(({ measure, schools }) => (
                    <div>
                      {MEASURES[measure].label}: {schools}
                    </div>
                  )),
          },
          {
            text:
              theme.groups.length === 0
                ? 'none with two or more'
                : theme.groups.slice(0, MOST_GROUPS).map(({ name, raised, judged }) => (
                    <div>
                      {name}: {raised} of {judged}
                    </div>
                  )),
          },
        ])}
      />
    </ScrollRegion>
  );
}

/** So many are shown; the file has them all. */
const MOST_GROUPS = 4;

function Schools({ theme: { raised, judged, untold, phases } }: { theme: Theme }) {
  return (
    <>
      {judged === 0 ? 'none judged' : `${raised} of ${judged}`}
      {untold > 0 && (
        <>
          <br />
          <small>{untold} not judged</small>
        </>
      )}
      {phases.length > 1 && (
        <>
          <br />
          <small>{phases.map((one) => `${one.phase} ${one.raised} of ${one.judged}`).join(', ')}</small>
        </>
      )}
    </>
  );
}

function Share({ theme: { proportion, beside } }: { theme: Theme }) {
  if (proportion === null) return <>not known</>;
  const [low, high] = proportion.interval;
  return (
    <>
      {percent(proportion.share)}
      <br />
      <small>
        {percent(low)} to {percent(high)}
        {beside !== 'not known' && `; ${beside}`}
      </small>
    </>
  );
}

function Change({ change }: { change: PairedChange | null }) {
  if (change === null) return <>cannot be told</>;
  const { trend, appeared, gone, compared, points, interval } = change;
  return (
    <>
      {trend}
      <br />
      <small>
        {signed(points)} points, {signed(interval[0])} to {signed(interval[1])}; {appeared} new, {gone} gone, of{' '}
        {compared}
      </small>
    </>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function signed(points: number): string {
  const rounded = Math.round(points);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}
