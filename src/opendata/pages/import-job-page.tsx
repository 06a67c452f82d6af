import { Button } from '../../govuk/button.tsx';
import { Table } from '../../govuk/table.tsx';
import { Form } from '../../web/form.tsx';
import { ImportScript } from '../../web/import-script.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { DAYS_KEPT_UNDECIDED, hasSomethingToLoad, type ImportDeed, type ImportJob } from '../rules/import-job.ts';
import { fileWords, sizeWords, stateWord, stateWords } from '../rules/job-words.ts';
import { londonTime } from '../rules/london-time.ts';
import type { FieldProblem, Question } from '../schema/upload-form.ts';
import { FileReports } from './file-report.tsx';
import { QuestionsForm } from './questions-form.tsx';

interface ImportJobPageProps {
  job: ImportJob;
  /** Files that were loaded by it, whatever became of the whole. */
  imports: readonly { id: number; fileName: string; rowsLoaded: number }[];
  /** What the reader may do now. */
  deeds: readonly ImportDeed[];
  questions: readonly Question[];
  problem: FieldProblem | null;
  typed: Readonly<Record<string, string>>;
}

/** One import: how far it is, what was found, and what can be done about it. */
export function ImportJobPage({ job, imports, deeds, questions, problem, typed }: ImportJobPageProps) {
  const reports = job.files.flatMap(({ checked, loaded }) => (job.step === 'check' ? checked : loaded) ?? []);
  const stoppedEarly = job.step === 'load' && ['cancelled', 'cut off', 'failed'].includes(job.state);
  return (
    <Page
      wide
      title={`Import of ${londonTime(job.uploadedAt)}`}
      caption={stateWord(job)}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Sources', href: paths.sources() },
        { text: 'Imports', href: paths.imports() },
      ]}
      errors={problem === null ? [] : [{ text: problem.message, href: `#${problem.field}` }]}
    >
      <State job={job} />
      <Deeds job={job} deeds={deeds} asks={questions.length > 0} />
      {deeds.includes('answer') && questions.length > 0 && (
        <QuestionsForm job={job.id} questions={questions} problem={problem} typed={typed} />
      )}
      <Files job={job} />
      {stoppedEarly && <Stayed imports={imports} />}
      <FileReports reports={reports} step={job.step} />
    </Page>
  );
}

function State({ job }: { job: ImportJob }) {
  if (job.state !== 'waiting' && job.state !== 'working') {
    return (
      <>
        <p class="app-lede">{stateWords(job)}</p>
        <p class="govuk-body">
          Sent by {job.uploadedBy}.{job.endedAt && ` Ended ${londonTime(job.endedAt)}.`}
        </p>
      </>
    );
  }
  const is = `${job.step} ${job.state}`;
  return (
    <>
      <p class="app-lede" role="status" data-import-progress={paths.importProgress(job.id)} data-is={is}>
        {stateWords(job)}
      </p>
      <p class="govuk-body">
        You can leave this page: the work goes on.{' '}
        <a class="govuk-link" href={paths.importJob(job.id)}>
          See how far it is
        </a>
      </p>
      <ImportScript />
    </>
  );
}

function Deeds({ job, deeds, asks }: { job: ImportJob; deeds: readonly ImportDeed[]; asks: boolean }) {
  const loads = deeds.includes('load') && hasSomethingToLoad(job.files);
  // While conclusions are drawn everything is loaded: there is nothing left to cancel.
  const cancels =
    deeds.includes('cancel') && !job.stopping && !(job.progress !== null && job.progress.position === null);
  const keeps = deeds.includes('discard');
  return (
    <>
      {deeds.includes('load') && !loads && (
        <p class="govuk-body">
          {asks
            ? 'There is nothing to load before you say what is asked below.'
            : 'There is nothing in these files to load.'}
        </p>
      )}
      <div class="govuk-button-group">
        {loads && <Deed job={job} deed="load" text="Load these files" />}
        {deeds.includes('again') && <Deed job={job} deed="again" text="Run it again" />}
        {cancels && <Deed job={job} deed="cancel" text="Cancel" kind="secondary" />}
        {keeps && <Deed job={job} deed="discard" text="Discard" kind="secondary" />}
      </div>
      {keeps && (
        <p class="govuk-body">
          The files are kept for you to decide, and discarded after {DAYS_KEPT_UNDECIDED} days.
          {loads && ' What is loaded is for everybody who uses this site.'}
        </p>
      )}
    </>
  );
}

function Deed({ job, deed, text, kind }: { job: ImportJob; deed: ImportDeed; text: string; kind?: 'secondary' }) {
  return (
    <Form action={paths.importJob(job.id)}>
      <input type="hidden" name="do" value={deed} />
      <Button preventDoubleClick class={kind && `govuk-button--${kind}`}>
        {text}
      </Button>
    </Form>
  );
}

function Files({ job }: { job: ImportJob }) {
  return (
    <ScrollRegion label="Files sent">
      <Table
        class="app-table"
        caption="Files sent"
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={[{ text: 'File' }, { text: 'Size', format: 'numeric' }, { text: 'State' }]}
        rows={job.files.map((file) => [
          { text: <span class="app-break">{file.name}</span> },
          { text: <span class="app-nowrap">{sizeWords(file.bytes)}</span>, format: 'numeric' },
          { text: fileWords(job, file), attributes: { 'data-file': String(file.position) } },
        ])}
      />
    </ScrollRegion>
  );
}

function Stayed({ imports }: Pick<ImportJobPageProps, 'imports'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Loaded before it ended</h2>
      {imports.length === 0 ? (
        <p class="govuk-body">Nothing.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {imports.map(({ id, fileName, rowsLoaded }) => (
            <li>
              <a class="govuk-link" href={paths.source(id)}>
                {fileName}
              </a>
              , {rowsLoaded.toLocaleString('en-GB')} rows
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
