import {
  type FileReport,
  type ImportJob,
  type JobFile,
  type JobProgress,
  percentDone,
  type RefusedFile,
} from './import-job.ts';

type Told = Pick<ImportJob, 'step' | 'state' | 'progress' | 'stopping' | 'files' | 'fault'>;

/** What a job is at, in a word or two: for lists and tags. */
export function stateWord({ step, state }: Pick<ImportJob, 'step' | 'state'>): string {
  const checks = step === 'check';
  switch (state) {
    case 'waiting':
      return checks ? 'Waits to be checked' : 'Waits to be loaded';
    case 'working':
      return checks ? 'Being checked' : 'Being loaded';
    case 'checked':
      return 'Checked: yours to decide';
    case 'loaded':
      return 'Loaded';
    case 'discarded':
      return 'Discarded';
    case 'cancelled':
      return 'Cancelled';
    case 'cut off':
      return 'Cut off';
    case 'failed':
      return 'Failed';
  }
}

/** What a job is at, in a sentence or two. */
export function stateWords(job: Told): string {
  const checks = job.step === 'check';
  switch (job.state) {
    case 'waiting':
      return `Waiting to be ${checks ? 'checked' : 'loaded'}. Imports are worked on one after another, and this one has its turn after those before it.`;
    case 'working':
      return job.stopping ? 'Stopping.' : progressWords(job);
    case 'checked':
      return 'Checked. Nothing has been loaded yet: read the report, then decide.';
    case 'loaded':
      return 'Loaded. Every page of this site reads the new figures now.';
    case 'discarded':
      return 'Discarded. The files that were sent are no longer kept.';
    case 'cancelled':
      return `Cancelled. ${checks ? 'Nothing was loaded.' : 'Nothing of the file under way was kept; files loaded before it stay.'}`;
    case 'cut off':
      return `Cut off: the program was ended while it ${checks ? 'checked' : 'loaded'} the files. Nothing of the file under way was kept${checks ? '' : '; files loaded before it stay'}.`;
    case 'failed':
      return `Failed, by a fault that is not yours. Nothing of the file under way was kept. Run it again; if that fails too, tell the people who run this service that the error number is ${job.fault ?? 'not known'}.`;
  }
}

function progressWords({ step, progress, files }: Told): string {
  if (progress === null) return step === 'check' ? 'Checking.' : 'Loading.';
  const { position, title, waits } = progress;
  if (waits) return 'Waiting for another import.';
  if (position === null) return `Loaded. Drawing conclusions from the new figures: ${title}.`;
  const place = files.length > 1 ? `file ${position + 1} of ${files.length}, ` : '';
  return `${step === 'check' ? 'Checking' : 'Loading'} ${place}${title}: ${doneWords(progress)}.`;
}

/** How far one file of a job is. */
export function fileWords(job: Told, file: Pick<JobFile, 'position' | 'checked' | 'loaded'>): string {
  const checks = job.step === 'check';
  const report = checks ? file.checked : file.loaded;
  if (report !== null) return reportWord(report, checks);
  if (job.state === 'working' && job.progress?.position === file.position) return doneWords(job.progress);
  if (job.state === 'working' || job.state === 'waiting') return 'Waits';
  return checks ? 'Not checked' : 'Not loaded';
}

function reportWord({ done, refused }: FileReport, checks: boolean): string {
  if (refused.length === 0) return checks ? 'Checked' : 'Loaded';
  if (checks && refused.some(({ asks }) => asks !== null)) return 'Asks for its year or day';
  return done.length === 0 ? 'Refused' : 'Refused in part';
}

function doneWords(progress: JobProgress): string {
  if (progress.waits) return 'waits for another import';
  const percent = percentDone(progress);
  // All is read, and what was read is being joined to what is held.
  return percent === 100 ? 'read, being joined' : `${percent}%`;
}

/** Where in a file the trouble is: "line 7, column "URN""; null when it is the file as a whole. */
export function troublePlace({ line, column }: Pick<RefusedFile, 'line' | 'column'>): string | null {
  const place = [line === null ? null : `line ${line}`, column === null ? null : `column "${column}"`];
  return place.filter((part) => part !== null).join(', ') || null;
}

/** Bytes as people read them: "3.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
