import { basename } from 'node:path';
import { readInstanceFile } from '../src/matching/queries/instance-file.ts';
import type { Instance } from '../src/matching/rules/instance.ts';
import { generatedInstance } from './generated-instance.ts';

/** The instances of the files given; without any, made-up ones of the same kind: crowded, roomy, of an area and a region. */
export async function instancesOf(files: readonly string[], seed: number): Promise<[name: string, Instance][]> {
  if (files.length === 0) {
    return [
      ['area 100 x 300', generatedInstance({ leaders: 100, schools: 300, seed })],
      ['region 400 x 1,000', generatedInstance({ leaders: 400, schools: 1000, seed })],
      ['roomy 400 x 450', generatedInstance({ leaders: 400, schools: 450, seed })],
    ];
  }
  const read: [string, Instance][] = [];
  for (const file of files) read.push([basename(file).replace(/\.json(\.gz)?$/, ''), await readInstanceFile(file)]);
  return read;
}
