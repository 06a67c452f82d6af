import { ImportError } from '../rules/import-error.ts';

/**
 * Reads something of the directory of an archive. yauzl throws plain errors, one for each way in which a directory can
 * be wrong; they come out as ImportError. What the operating system says comes out as it is.
 */
export async function directoryRead<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) throw error;
    const message = error instanceof Error ? error.message : '';
    if (/absolute path|invalid relative path|invalid characters in fileName/.test(message)) {
      throw harmful(file, `an entry is named to land outside its folder (${JSON.stringify(message.slice(0, 80))})`);
    }
    if (message.includes('End of central directory')) {
      throw new ImportError({
        file,
        problem: 'the archive ends too early: it is half downloaded',
        mend: 'Download it again',
      });
    }
    throw message.includes('encryption') ? locked(file, 'the archive') : damaged(file);
  }
}

export function locked(file: string, what: string): ImportError {
  return new ImportError({
    file,
    problem: `${what} is locked with a password`,
    mend: 'Unpack it with the password, and import the files',
  });
}

export function harmful(file: string, problem: string): ImportError {
  return new ImportError({ file, problem, mend: 'Do not use this archive: get it again from its publisher' });
}

export function damaged(file: string, entry?: string): ImportError {
  return new ImportError({
    file,
    problem: entry === undefined ? 'the archive is damaged' : `the archive is damaged at "${entry}"`,
    mend: 'Download it again',
  });
}

export function bomb(file: string, problem: string): ImportError {
  return new ImportError({ file, problem, mend: 'Unpack it by other means if you trust it, and import the files' });
}

export function megabytes(bytes: number): string {
  return (bytes / (1 << 20)).toFixed(1);
}
