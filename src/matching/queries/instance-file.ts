import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Instance } from '../rules/instance.ts';
import type { Solution } from '../rules/solution.ts';
import { InstanceFileError, instanceFrom } from '../schema/instance-file.ts';
import { solutionFrom } from '../schema/solution-file.ts';

/** Reads an instance from a JSON file, plain or gzipped. Throws InstanceFileError with the mend when it cannot. */
export async function readInstanceFile(path: string): Promise<Instance> {
  return instanceFrom(await readJson(path), path);
}

/** Reads what `solve --json` printed, plain or gzipped. Throws InstanceFileError with the mend when it cannot. */
export async function readSolutionFile(path: string): Promise<Solution> {
  return solutionFrom(await readJson(path), path);
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InstanceFileError(`${path}: cannot be read (${error.code}). Check the path.`);
  });
  return parse(unpacked(bytes, path), path);
}

function unpacked(bytes: Buffer, path: string): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.toString();
  try {
    return gunzipSync(bytes).toString();
  } catch {
    throw new InstanceFileError(`${path}: the gzip is cut short or damaged. Download it again.`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InstanceFileError(`${path}: is not JSON (${(error as Error).message}). Mend or download it again.`);
  }
}
