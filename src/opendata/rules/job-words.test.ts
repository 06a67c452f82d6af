import { describe, expect, it } from 'vitest';
import type { FileReport, ImportJob, ImportState } from './import-job.ts';
import { fileWords, sizeWords, stateWords, troublePlace } from './job-words.ts';

const file = (position: number, checked: FileReport | null = null, loaded: FileReport | null = null) => ({
  position,
  name: `${position}.csv`,
  bytes: 1,
  answers: {},
  checked,
  loaded,
});

const job = (change: Partial<ImportJob> = {}) => ({
  step: 'load' as const,
  state: 'working' as ImportState,
  progress: { position: 1, title: 'Census', done: 45, total: 100, waits: false },
  stopping: false,
  fault: null,
  files: [file(0), file(1), file(2)],
  ...change,
});

const REFUSED = { file: 'a', line: 7, column: 'URN', problem: 'p', mend: 'm', asks: null };
const report = (refused: FileReport['refused']): FileReport => ({ done: [], refused, skipped: [] });

describe('the words of an import', () => {
  it('say how far it is, file by file', () => {
    expect(stateWords(job())).toBe('Loading file 2 of 3, Census: 45%.');
    const files = [file(0, null, report([])), file(1), file(2)];
    expect(files.map((one) => fileWords(job({ files }), one))).toEqual(['Loaded', '45%', 'Waits']);
    const read = { position: 1, title: 'Census', done: 100, total: 100, waits: false };
    expect(stateWords(job({ progress: read }))).toContain('read, being joined');
    expect(stateWords(job({ progress: { ...read, waits: true } }))).toBe('Waiting for another import.');
    expect(stateWords(job({ progress: { ...read, position: null, title: 'Need' } }))).toContain('conclusions');
    expect(stateWords(job({ stopping: true }))).toBe('Stopping.');
  });

  it('say of an import that ended early what was kept', () => {
    expect(stateWords(job({ state: 'cut off' }))).toMatch(
      /Nothing of the file under way was kept; files loaded before/,
    );
    expect(stateWords(job({ state: 'cancelled', step: 'check' }))).toBe('Cancelled. Nothing was loaded.');
    expect(stateWords(job({ state: 'failed', fault: '12ab' }))).toContain('error number is 12ab');
  });

  it('say of a file what the check found', () => {
    const checked = job({ step: 'check', state: 'checked', progress: null });
    expect(fileWords(checked, file(0, report([REFUSED])))).toBe('Refused');
    expect(fileWords(checked, file(0, report([{ ...REFUSED, asks: 'year' }])))).toBe('Asks for its year or day');
    expect(fileWords(checked, file(0, report([])))).toBe('Checked');
    expect(troublePlace(REFUSED)).toBe('line 7, column "URN"');
    expect(troublePlace({ line: null, column: null })).toBeNull();
    expect([500, 28_000, 3_440_000, 35_351_125].map(sizeWords)).toEqual(['1 kB', '28 kB', '3.4 MB', '35 MB']);
  });
});
