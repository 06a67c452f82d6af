import type { z } from 'zod';
import type { RoadBatch } from '../../rules/travel/road-batches.ts';
import type { RoadProvider, RoadTime } from '../../rules/travel/road-times.ts';
import type { TravelPolicy } from '../../rules/travel/travel-policy.ts';
import { latLonOf } from '../../rules/travel/wgs84.ts';
import { osrmTable, valhallaMatrix } from '../../schema/road-answers.ts';
import { fetchJson, NoAnswer } from './fetch-json.ts';

/** Where a road service is, as the operator set it. */
export interface RoadService {
  provider: RoadProvider;
  /** http or https, without a slash at the end. */
  url: string;
  version: string;
}

/** A table of answers by row of sources; undefined where the service has no road near a place, which is not the same as no way. */
export type RoadTable = (RoadTime | undefined)[][];

/** Asks a service one question. Throws NoAnswer or Refusal. */
export async function askService(service: RoadService, batch: RoadBatch, policy: TravelPolicy): Promise<RoadTable> {
  const table = await ASK[service.provider](service, batch, policy);
  const isWhole = table.length === batch.sources.length && table.every((row) => row.length === batch.targets.length);
  if (!isWhole) throw new NoAnswer('answered for another number of places than it was asked', { passes: false });
  return table;
}

type Ask = (service: RoadService, batch: RoadBatch, policy: TravelPolicy) => Promise<RoadTable>;

const ASK: Readonly<Record<RoadProvider, Ask>> = { osrm: askOsrm, valhalla: askValhalla };

async function askOsrm({ url }: RoadService, { sources, targets }: RoadBatch, { services }: TravelPolicy) {
  const coordinates = [...sources, ...targets].map((place) => {
    const { lat, lon } = latLonOf(place);
    return `${lon.toFixed(6)},${lat.toFixed(6)}`;
  });
  const options = [
    `sources=${positions(0, sources.length)}`,
    `destinations=${positions(sources.length, targets.length)}`,
    'annotations=duration,distance',
  ].join('&');
  const answer = documented(
    osrmTable,
    await fetchJson({
      url: `${url}/table/v1/${services.osrm.profile}/${coordinates.join(';')}?${options}`,
      timeoutSeconds: services.timeoutSeconds,
    }),
  );
  const isOff = (place: { distance?: number | undefined } | undefined) =>
    (place?.distance ?? 0) > services.furthestFromRoadMetres;
  return answer.durations.map((row, i) =>
    row.map((seconds, j): RoadTime | undefined =>
      isOff(answer.sources?.[i]) || isOff(answer.destinations?.[j])
        ? undefined
        : { seconds, metres: answer.distances?.[i]?.[j] ?? null },
    ),
  );
}

async function askValhalla({ url }: RoadService, { sources, targets }: RoadBatch, { services }: TravelPolicy) {
  const answer = documented(
    valhallaMatrix,
    await fetchJson({
      url: `${url}/sources_to_targets`,
      body: {
        sources: sources.map(latLonOf),
        targets: targets.map(latLonOf),
        costing: services.valhalla.profile,
        units: 'kilometers',
      },
      timeoutSeconds: services.timeoutSeconds,
    }),
  );
  const table = answer.sources_to_targets;
  if (!Array.isArray(table)) {
    return table.durations.map((row, i) => row.map((seconds, j) => toldOf(seconds, table.distances[i]?.[j] ?? null)));
  }
  return table.map((row, i) =>
    row.map((one, j) => {
      if (one.from_index !== i || one.to_index !== j) {
        throw new NoAnswer('answered in another order than is documented', { passes: false });
      }
      return toldOf(one.time, one.distance);
    }),
  );
}

/** "3;4;5": positions as OSRM takes them. */
function positions(from: number, count: number): string {
  return Array.from({ length: count }, (_, k) => from + k).join(';');
}

function toldOf(seconds: number | null, km: number | null): RoadTime {
  return { seconds, metres: km === null ? null : km * 1000 };
}

function documented<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new NoAnswer('answered otherwise than is documented', { passes: false });
}
