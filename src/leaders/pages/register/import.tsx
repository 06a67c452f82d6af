import { Button } from '../../../govuk/button.tsx';
import { FileUpload } from '../../../govuk/file-upload.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { READ_COLUMNS } from '../../rules/register/register-file.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';
import { counted, type Organisation, registerCrumbs } from './parts.tsx';

interface Fault {
  row: number;
  column: string | null;
  message: string;
}

export interface ImportDone {
  added: number;
  designations: number;
  there: readonly { id: string; name: string }[];
}

interface ImportPageProps {
  organisation: Organisation;
  support: Pick<SupportPolicy, 'roles' | 'fields'>;
  /** What is wrong with the file as a whole. */
  problem: string | null;
  faults: readonly Fault[];
  done: ImportDone | null;
}

const MOST_SHOWN = 100;

/** Where a register is read from a file: all of it, or nothing with every fault by row and column. */
export function ImportPage({ organisation, support, problem, faults, done }: ImportPageProps) {
  const errors =
    problem !== null
      ? [{ text: problem, href: '#file' }]
      : faults.length > 0
        ? [{ text: `${counted(faults.length, 'fault')} in the file: nothing of it was taken`, href: '#faults' }]
        : [];
  return (
    <Page
      title="Read a register from a file"
      caption="Leaders’ register"
      breadcrumbs={registerCrumbs(organisation)}
      errors={errors}
    >
      {done !== null && (
        <NotificationBanner type="success">
          {counted(done.added, 'leader')} added with {counted(done.designations, 'designation')}.{' '}
          {done.there.length > 0 &&
            `${counted(done.there.length, 'leader')} of the file ${done.there.length === 1 ? 'was' : 'were'} in the register already and ${done.there.length === 1 ? 'stays as it is' : 'stay as they are'}: ${done.there.map(({ name }) => name).join(', ')}.`}
        </NotificationBanner>
      )}
      {faults.length > 0 && (
        <section aria-label="Faults" id="faults">
          <ScrollRegion label="Faults of the file">
            <Table
              caption="What to mend, by row as the spreadsheet counts them"
              captionClass="govuk-table__caption--m"
              class="app-table"
              head={['Row', 'Column', 'What is wrong'].map((text) => ({ text }))}
              rows={faults
                .slice(0, MOST_SHOWN)
                .map(({ row, column, message }) => [{ text: row }, { text: column ?? 'the row' }, { text: message }])}
            />
          </ScrollRegion>
          {faults.length > MOST_SHOWN && <p class="govuk-body">And {faults.length - MOST_SHOWN} more.</p>}
        </section>
      )}
      <p class="govuk-body">
        The file is CSV, the first row names the columns, in any order. “Name” and “Home URN” must be there. Several
        rows of one leader are several designations. Either every row is taken, or none is and each fault is told.
        Whoever is in the register already stays as they are. A file may be up to 60 kilobytes, about 300 leaders: send
        a longer one in parts.
      </p>
      <Form action={paths.registerPart(organisation.id, 'import')} hasFiles>
        <FileUpload
          name="file"
          label={{ text: 'Register as CSV', class: 'govuk-label--s' }}
          errorMessage={problem === null ? undefined : { text: problem }}
          attributes={{ accept: '.csv,text/csv' }}
        />
        <Button preventDoubleClick>Read the file</Button>
      </Form>
      <h2 class="govuk-heading-m">Columns</h2>
      <p class="govuk-body">{READ_COLUMNS.join(', ')}. Those of a file taken from here are understood, too.</p>
      <p class="govuk-body">
        Several fields or contexts are separated by a semicolon. Days are written as 2024-03-27 or 27/03/2024.
      </p>
      <p class="govuk-body">
        Roles:{' '}
        {support.roles
          .filter(({ reviewMonths }) => reviewMonths !== null)
          .map(({ label }) => label)
          .join(', ')}
        .
      </p>
      <p class="govuk-body">Fields: {support.fields.map(({ label }) => label).join(', ')}.</p>
    </Page>
  );
}
