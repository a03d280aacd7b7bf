/** Where a command says what it does and what came of it. */
export interface Output {
  /** What is going on; for a reader only, on standard error. */
  progress(line: string): void;
  /** What came of it: as text for a reader, as one JSON value for a machine, on standard output. */
  result(value: object, text: string): void;
}

/** Output for a reader, or for a machine with `json`. */
export function openOutput({ json = false }: { json?: boolean }): Output {
  return {
    progress: (line) => {
      if (!json) process.stderr.write(`${line}\n`);
    },
    result: (value, text) => {
      process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
    },
  };
}
