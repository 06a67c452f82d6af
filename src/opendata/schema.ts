import { z } from 'zod';
import { DATASET_IDS } from './rules/datasets.ts';
import { STAGES } from './rules/stages.ts';

const name = z.string().regex(/^[a-z0-9-]+$/, 'lower case, digits and hyphens');

const laCode = z.string().regex(/^\d{3}$/);
const gssCode = z.string().regex(/^E\d{8}$/);

/** Where the copy of a published file was found: a public GitHub repository and a path in it. */
const origin = z.strictObject({ repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/), path: z.string().min(1) });

/** What the snapshot says of a file beyond what can be read from the file itself. */
const described = {
  name,
  /** The layout that the file must be recognised as. */
  layout: z.string().min(1),
  /** Starting year of its figures; null for a register. */
  year: z.number().int().min(2000).max(2100).nullable(),
  /** Publication stage. */
  stage: z.enum(STAGES),
  asAt: z.iso.date(),
  /** Why it is as at that day. */
  asAtReason: z.string().min(1),
  /** `raw` is the repository's file byte for byte; `derived` was converted or joined with its values unchanged. */
  copy: z.enum(['raw', 'derived']),
  origin,
  note: z.string().min(1),
};

/** How boundaries are drawn from those of an earlier day (`from`) and the districts of a TopoJSON file. */
const redrawn = z.strictObject({
  topology: z.string().min(1),
  districts: z.string().min(1),
  districtCode: z.string().min(1),
  without: z.array(laCode),
  recoded: z.record(laCode, gssCode),
  areas: z.array(
    z.strictObject({
      la_code: laCode,
      gss_la_code: gssCode,
      la_name: z.string().min(1),
      region_name: z.string().min(1),
      of: z.array(gssCode).min(1),
    }),
  ),
});

/** The outline of a country, drawn from an object of a TopoJSON file (`from`). */
const outlined = z.strictObject({ object: z.string().min(1), land: z.string().min(1) });

/** `data/snapshot.json`: which files make the snapshot. */
export const snapshotDefinition = z.strictObject({
  title: z.string().min(1),
  files: z
    .array(
      z.strictObject({
        ...described,
        from: z.string().min(1),
        redrawn: redrawn.optional(),
        outlined: outlined.optional(),
      }),
    )
    .min(1),
});

export type SnapshotDefinition = z.infer<typeof snapshotDefinition>;

/** `data/manifest.json`: what `alongside snapshot` wrote, in the order in which it is loaded. */
export const snapshotManifest = z.strictObject({
  title: z.string().min(1),
  files: z.array(
    z.strictObject({
      ...described,
      file: z.string().min(1),
      dataset: z.enum(DATASET_IDS),
      title: z.string().min(1),
      publisher: z.string().min(1),
      licence: z.string().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      rows: z.number().int().positive(),
      bytes: z.number().int().positive(),
    }),
  ),
});

export type SnapshotManifest = z.infer<typeof snapshotManifest>;
export type ManifestFile = SnapshotManifest['files'][number];
