import { Details } from '../../govuk/details.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Table, type TableCell } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { NeedPolicy } from '../rules/need-policy.ts';
import type { OwnPack } from '../rules/own-pack.ts';
import type { Move, PackMoves } from '../rules/pack-moves.ts';
import { CategoryTag } from './category-tag.tsx';

interface PackPreviewPageProps {
  organisation: { id: string; name: string };
  pack: OwnPack;
  /** Null while no school is assessed. */
  preview: (PackMoves & { inForce: NeedPolicy; decided: number }) | null;
}

/** Which schools a pack would move, and why, beside the one in force. */
export function PackPreviewPage({ organisation, pack, preview }: PackPreviewPageProps) {
  return (
    <Page
      wide
      title={`${pack.policy.title}: which schools would move`}
      caption={pack.policy.title}
      heading="Which schools would move, and why"
      backLink={{ href: paths.needPack(organisation.id, pack.id), text: 'Back to the pack' }}
    >
      {preview === null ? (
        <p class="app-lede">No school is assessed yet: published data is still to be loaded.</p>
      ) : (
        <Moves preview={preview} policy={pack.policy} />
      )}
    </Page>
  );
}

function Moves({ preview, policy }: { preview: NonNullable<PackPreviewPageProps['preview']>; policy: NeedPolicy }) {
  const { moves, stays, inForce, decided } = preview;
  const all = moves.length + stays.length;
  return (
    <>
      <p class="app-lede">
        {moves.length === 0 ? 'No school' : `${moves.length} of ${all} schools`} would move to another category, against
        the pack in force, “{inForce.title}”.
      </p>
      <Counts preview={preview} policy={policy} />
      {decided > 0 && (
        <InsetText>
          People have decided on {decided} of these schools under the pack in force. Their decisions stay in the
          history. Under a new pack each school is proposed anew, and somebody confirms or changes it.
        </InsetText>
      )}
      <h2 class="govuk-heading-m">Schools that move</h2>
      {moves.length === 0 ? <p class="govuk-body">None.</p> : <MovesTable caption="Schools that move" moves={moves} />}
      <Details summaryText={`Schools that stay (${stays.length})`}>
        {stays.length === 0 ? (
          <p class="govuk-body">None.</p>
        ) : (
          <MovesTable caption="Schools that stay" moves={stays} />
        )}
      </Details>
    </>
  );
}

function daysOf(pack: NeedPolicy, code: string): number {
  return pack.categories.find((one) => one.code === code)?.daysPerYear ?? 0;
}

function cell(number: number): TableCell {
  return { text: number.toLocaleString('en-GB'), format: 'numeric' };
}

function Counts({
  preview: { counts, days, inForce },
  policy,
}: {
  preview: NonNullable<PackPreviewPageProps['preview']>;
  policy: NeedPolicy;
}) {
  return (
    <ScrollRegion label="Schools and days before and after">
      <Table
        caption="Schools and days of support a year, before and after"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Category' },
          { text: 'Schools now', format: 'numeric' },
          { text: 'Schools then', format: 'numeric' },
          { text: 'Days each now', format: 'numeric' },
          { text: 'Days each then', format: 'numeric' },
        ]}
        rows={[
          ...policy.categories
            .toReversed()
            .map(({ code, label, daysPerYear }): TableCell[] => [
              { text: `${code}: ${label}` },
              cell(counts.before[code]),
              cell(counts.after[code]),
              cell(daysOf(inForce, code)),
              cell(daysPerYear),
            ]),
          [{ text: 'Days of support in all' }, { text: '' }, { text: '' }, cell(days.before), cell(days.after)],
        ]}
      />
    </ScrollRegion>
  );
}

function MovesTable({ caption, moves }: { caption: string; moves: readonly Move[] }) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'School' },
          { text: 'Now' },
          { text: 'Then' },
          { text: 'Points now', format: 'numeric' },
          { text: 'Points then', format: 'numeric' },
          { text: 'Why' },
        ]}
        rows={moves.map((move) => [
          {
            text: (
              <a class="govuk-link" href={paths.need(move.urn)}>
                {move.name}
              </a>
            ),
          },
          { text: <CategoryTag category={move.from} /> },
          { text: <CategoryTag category={move.to} /> },
          { text: move.pointsFrom, format: 'numeric' },
          { text: move.pointsTo, format: 'numeric' },
          { text: move.why },
        ])}
      />
    </ScrollRegion>
  );
}
