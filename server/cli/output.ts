import { Presets, SingleBar } from 'cli-progress';

/** Where a command says what it does and what came of it. */
export interface Output {
  /** What is going on; for a reader only, on standard error. */
  progress(line: string): void;
  /** How far it has got; on a terminal only. */
  bar(what: string, total: number): Bar;
  /** What came of it: as text for a reader, as one JSON value for a machine, on standard output. */
  result(value: object, text: string): void;
}

interface Bar {
  advance(): void;
  stop(): void;
}

/** Output for a reader, or for a machine with `json`. */
export function openOutput({ json = false }: { json?: boolean }): Output {
  return {
    progress: (line) => {
      if (!json) process.stderr.write(`${line}\n`);
    },
    bar: (what, total) => {
      const format = `{bar} {value}/{total} ${what}, {eta_formatted} left`;
      // Draws nothing where standard error is no terminal.
      const bar = new SingleBar({ format, clearOnComplete: true }, Presets.shades_classic);
      if (!json) bar.start(total, 0);
      return { advance: () => bar.increment(), stop: () => bar.stop() };
    },
    result: (value, text) => {
      process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
    },
  };
}
