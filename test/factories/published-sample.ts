import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The beginning of a published file: its header and first rows, in its own encoding. */
export interface PublishedSample {
  /** File name without ".gz". */
  name: string;
  bytes: Buffer;
}

/** The beginning of every published file of a folder that is CSV or GeoJSON, plain or gzipped. */
export function publishedSamples(folder: string, rows: number): PublishedSample[] {
  return readdirSync(folder)
    .filter((name) => /\.(csv|geojson)(\.gz)?$/.test(name))
    .toSorted()
    .map((name) => {
      const packed = readFileSync(join(folder, name));
      const bytes = name.endsWith('.gz') ? gunzipSync(packed) : packed;
      const plain = name.replace(/\.gz$/, '');
      return { name: plain, bytes: plain.endsWith('.csv') ? firstLines(bytes, rows + 1) : firstFeatures(bytes, rows) };
    });
}

function firstLines(bytes: Buffer, count: number): Buffer {
  let end = 0;
  for (let line = 0; line < count; line++) {
    const next = bytes.indexOf('\n', end);
    if (next === -1) return bytes;
    end = next + 1;
  }
  return bytes.subarray(0, end);
}

function firstFeatures(bytes: Buffer, count: number): Buffer {
  const collection = JSON.parse(bytes.toString('utf8')) as { features: unknown[] };
  return Buffer.from(JSON.stringify({ ...collection, features: collection.features.slice(0, count) }));
}
