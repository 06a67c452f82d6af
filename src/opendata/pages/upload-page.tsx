import { Button } from '../../govuk/button.tsx';
import { DateInput } from '../../govuk/date-input.tsx';
import { Details } from '../../govuk/details.tsx';
import { FileUpload } from '../../govuk/file-upload.tsx';
import { Input } from '../../govuk/input.tsx';
import { Form } from '../../web/form.tsx';
import { ImportScript } from '../../web/import-script.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { FieldProblem } from '../schema/upload-form.ts';

interface UploadPageProps {
  /** Most that may be sent at once. */
  megabytes: number;
  problem: FieldProblem | null;
  typed: Readonly<Record<string, string>>;
}

const TAKEN = '.csv,.gz,.zip,.xlsx,.geojson,.json';

/** Where a person chooses published files to import. */
export function UploadPage({ megabytes, problem, typed }: UploadPageProps) {
  const errorOf = (field: string) => (problem?.field === field ? { text: problem.message } : undefined);
  const isAboutFiles = problem === null || problem.field === 'files';
  return (
    <Page
      title="Import published files"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Sources', href: paths.sources() },
        { text: 'Imports', href: paths.imports() },
      ]}
      errors={problem === null ? [] : [{ text: problem.message, href: `#${problem.field}` }]}
    >
      <p class="govuk-body">
        Files that the Department for Education, Ofsted or Get Information about Schools publish. They are checked
        first: you see what each file is and what loading it would do, and nothing changes until you say so.
      </p>
      <p class="govuk-body">
        What you load is for everybody who uses this site, and the page of each file says which organisation brought it.
      </p>
      <Form action={paths.newImport()} hasFiles>
        <Details summaryText="If a file does not say its year or its day" open={!isAboutFiles}>
          <Input
            name="year"
            label={{ text: 'Year in which the academic or financial year starts' }}
            hint={{ text: 'Only if the file does not say it. For 2018-19, enter 2018.' }}
            inputmode="numeric"
            class="govuk-input--width-4"
            value={typed.year}
            errorMessage={errorOf('year')}
          />
          <DateInput
            id="as-at"
            namePrefix="as-at"
            fieldset={{ legend: { text: 'Day that the files are true of' } }}
            hint={{
              text: 'Only if the file does not say it: the day on which a list was downloaded, such as 6 7 2022.',
            }}
            values={typed}
            errorMessage={errorOf('as-at')}
          />
        </Details>
        <FileUpload
          name="files"
          label={{ text: 'Files', class: 'govuk-label--m' }}
          hint={{
            text: `One or several csv, csv.gz, zip, xlsx or geojson files, ${megabytes} MB together at most. Rows that were set aside and that you have mended go the same way.`,
          }}
          multiple
          javascript
          chooseFilesButtonText="Choose files"
          dropInstructionText="or drop files here"
          noFileChosenText="No file chosen"
          attributes={{ accept: TAKEN, 'data-most-bytes': String(megabytes * 1_000_000) }}
          errorMessage={errorOf('files')}
        />
        <div data-too-large role="alert" hidden>
          <p class="govuk-error-message">
            The files come to more than {megabytes} MB. Choose fewer, and send the others afterwards.
          </p>
        </div>
        <Button preventDoubleClick>Send and check</Button>
      </Form>
      <ImportScript />
    </Page>
  );
}
