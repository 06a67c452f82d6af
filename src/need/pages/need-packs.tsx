import { Button } from '../../govuk/button.tsx';
import { FileUpload } from '../../govuk/file-upload.tsx';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import { Table } from '../../govuk/table.tsx';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Form } from '../../web/form.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { type OwnPack, packInForce, stateOf } from '../rules/own-pack.ts';
import { daysOfPack, PackStateTag } from './pack-state.tsx';

interface NeedPacksPageProps {
  organisation: { id: string; name: string };
  packs: readonly OwnPack[];
  england: NeedPolicy;
  today: string;
  /** Whether the reader may copy, change and publish. */
  edits: boolean;
  done: string | null;
  /** Why a file could not be taken, a fault a line. */
  problems: readonly string[];
}

const DONE: Record<string, string> = {
  withdrawn: 'The pack is withdrawn. It stays in this list.',
  published: 'The pack is published.',
};

/** The need packs of an organisation: which one holds, drafts, and the history. */
export function NeedPacksPage({ organisation, packs, england, today, edits, done, problems }: NeedPacksPageProps) {
  const holds = packInForce(packs, today);
  return (
    <Page
      wide
      title="Need packs"
      caption={organisation.name}
      heading="How your schools get their category"
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={problems.map((text) => ({ text, href: '#file' }))}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="app-lede">
        {holds === null ? (
          <>
            Your schools are judged under England’s pack, “{england.title}”. You can copy it, change it and publish it
            as your own.
          </>
        ) : (
          <>
            Your schools are judged under your own pack “{holds.policy.title}”, {daysOfPack(holds)}.
          </>
        )}
      </p>
      <p class="govuk-body">
        A pack says which indicators count, with which lines and points, and how many days of support a category brings.
        It holds for the schools that your organisation judges; other services keep theirs. What was decided under an
        earlier pack stays as it was, and can be looked at as it was.
      </p>
      {packs.length === 0 ? (
        <p class="govuk-body">You have no pack of your own yet.</p>
      ) : (
        <Packs {...{ organisation, packs, today, edits }} />
      )}
      {edits && (
        <>
          <h2 class="govuk-heading-m">Begin a pack</h2>
          <Form action={paths.needPacks(organisation.id)}>
            <input type="hidden" name="from" value={england.id} />
            <Button preventDoubleClick>Copy England’s pack</Button>
          </Form>
          <Form action={paths.importNeedPack(organisation.id)} hasFiles>
            <FileUpload
              name="file"
              label={{ text: 'Or bring a pack as a file', class: 'govuk-label--s' }}
              hint={{
                text: 'A JSON file of at most 60 KB, as this page gives them out. It becomes a draft; nothing changes until you publish it.',
              }}
              errorMessage={problems.length === 0 ? undefined : { text: problems[0]! }}
            />
            <Button class="govuk-button--secondary" preventDoubleClick>
              Bring the file
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}

function Packs({
  organisation,
  packs,
  today,
  edits,
}: Pick<NeedPacksPageProps, 'organisation' | 'packs' | 'today' | 'edits'>) {
  return (
    <ScrollRegion label="Packs, drafts first, then the newest">
      <Table
        caption="Packs, drafts first, then the newest"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Pack' },
          { text: 'State' },
          { text: 'Holds' },
          { text: 'Made' },
          { text: 'Why' },
          ...(edits ? [{ text: 'Copy' }] : []),
        ]}
        rows={packs.map((pack) => [
          {
            text: (
              <a class="govuk-link" href={paths.needPack(organisation.id, pack.id)}>
                {pack.policy.title}
              </a>
            ),
          },
          { text: <PackStateTag state={stateOf(pack, today)} /> },
          { text: daysOfPack(pack) },
          { text: `${londonDay(new Date(pack.madeAt))}, by ${pack.madeBy}` },
          { text: pack.withdrawnWhy ?? pack.reason ?? '' },
          ...(edits
            ? [
                {
                  text: (
                    <Form action={paths.needPacks(organisation.id)}>
                      <input type="hidden" name="from" value={pack.policy.id} />
                      <Button class="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                        Copy<span class="govuk-visually-hidden"> “{pack.policy.title}”</span>
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ])}
      />
    </ScrollRegion>
  );
}
