import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type LatLon = [lat: number, lon: number];

/** What the server says of one journey; null: no way. */
export type RoadAnswer = { seconds: number; metres: number } | null;

export interface RoadServer {
  url: string;
  /** Method and path of each question, and how many places it named. */
  asked: { method: string; path: string; places: number }[];
  /** Does otherwise than documented for the next questions, until it is set to null. */
  misbehave: ((response: ServerResponse, answer: unknown) => void) | null;
  close(): Promise<void>;
}

/** As OSRM's --max-table-size and Valhalla's max_matrix_location_pairs are by default. */
const MOST_TABLE_SIZE = 100;
const MOST_PAIRS = 2500;

/**
 * A real HTTP server that answers as OSRM's table service and Valhalla's matrix are documented to, within their default limits.
 * `know` says the time between two places in degrees.
 */
export async function startRoadServer(know: (from: LatLon, to: LatLon) => RoadAnswer): Promise<RoadServer> {
  const given: Pick<RoadServer, 'asked' | 'misbehave'> = { asked: [], misbehave: null };
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(given, {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body, places } = await answerTo(request);
    given.asked.push({ method: request.method ?? '', path: request.url ?? '', places });
    if (given.misbehave !== null) return given.misbehave(response, body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  async function answerTo(request: IncomingMessage) {
    const path = request.url ?? '';
    const osrm =
      /^\/table\/v1\/driving\/([^?]+)\?sources=([\d;]+)&destinations=([\d;]+)&annotations=duration,distance$/.exec(
        path,
      );
    if (request.method === 'GET' && osrm !== null) return osrmTable(osrm[1]!, osrm[2]!, osrm[3]!);
    if (request.method === 'POST' && path === '/sources_to_targets') return valhallaMatrix(await textOf(request));
    return { status: 400, body: { code: 'InvalidUrl', message: 'URL string malformed' }, places: 0 };
  }

  function osrmTable(coordinates: string, sources: string, destinations: string) {
    const places = coordinates.split(';').map((text): LatLon => {
      const [lon, lat] = text.split(',');
      return [Number(lat), Number(lon)];
    });
    const at = (text: string) => text.split(';').map((k) => places[Number(k)]!);
    const [from, to] = [at(sources), at(destinations)];
    if (places.length > MOST_TABLE_SIZE) {
      return { status: 400, body: { code: 'TooBig', message: 'Too many table coordinates' }, places: places.length };
    }
    const table = from.map((start) => to.map((end) => know(start, end)));
    const body = {
      code: 'Ok',
      durations: table.map((row) => row.map((one) => one?.seconds ?? null)),
      distances: table.map((row) => row.map((one) => one?.metres ?? null)),
      sources: from.map(waypoint),
      destinations: to.map(waypoint),
    };
    return { status: 200, body, places: places.length };
  }

  function valhallaMatrix(text: string) {
    const { sources, targets, costing, units } = JSON.parse(text) as {
      sources: { lat: number; lon: number }[];
      targets: { lat: number; lon: number }[];
      costing: string;
      units: string;
    };
    const places = sources.length + targets.length;
    if (costing !== 'auto' || units !== 'kilometers' || sources.length * targets.length > MOST_PAIRS) {
      const error = { error_code: 150, error: 'Exceeded max locations', status_code: 400, status: 'Bad Request' };
      return { status: 400, body: error, places };
    }
    const rows = sources.map((from, i) =>
      targets.map((to, j) => {
        const told = know([from.lat, from.lon], [to.lat, to.lon]);
        const distance = told === null ? null : told.metres / 1000;
        return { distance, time: told?.seconds ?? null, to_index: j, from_index: i };
      }),
    );
    return { status: 200, body: { sources_to_targets: rows, units: 'kilometers' }, places };
  }
}

function waypoint([lat, lon]: LatLon) {
  return { hint: 'x', distance: 4.1, name: 'High Street', location: [lon, lat] };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
