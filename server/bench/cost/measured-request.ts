/** What a request took of a server, whatever became of it. */
export interface Taken {
  readonly status: number;
  /** Milliseconds of the processor, of every thread of the server together. */
  readonly ms: number;
  readonly bytes: number;
  /** What it was charged, in units; null where it was refused. */
  readonly units: number | null;
  readonly codes: readonly string[];
}

/** The time that asking for the metrics takes, which is part of each measurement. */
let overheadMs = 0;

/** Sends a document, and asks the server how much of the processor it has used before and after. */
export async function measured(url: string, query: string): Promise<Taken> {
  const before = await processorMs(url);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, extensions: { cost: true } }),
  });
  const text = await response.text();
  const ms = (await processorMs(url)) - before - overheadMs;
  const { errors = [], extensions } = JSON.parse(text) as {
    errors?: { extensions: { code: string } }[];
    extensions?: { cost: { units: number } };
  };
  return {
    status: response.status,
    ms: Math.max(0, ms),
    bytes: Buffer.byteLength(text),
    units: extensions?.cost.units ?? null,
    codes: [...new Set(errors.map(({ extensions: { code } }) => code))],
  };
}

/** Measures the measuring. */
export async function calibrate(url: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const before = await processorMs(url);
    times.push((await processorMs(url)) - before);
  }
  overheadMs = times.sort((a, b) => a - b)[10]!;
}

async function processorMs(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)![1]) * 1_000;
}
