import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Programs } from './programs.ts';

const { O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

/**
 * Stops PostgreSQL when the last process that uses it is gone, were it killed and could stop nothing itself. Each has a pipe open
 * for writing, which the system closes with it; a shell, which takes no more than a megabyte, reads until none has. It is
 * told by a line where there is nothing to stop any more.
 */
export class Watcher {
  readonly #pipe: string;
  readonly #data: string;
  readonly #programs: Programs;
  #end: number | undefined;

  /** @param pipe the pipe's place, where there may be none yet */
  constructor(pipe: string, data: string, programs: Programs) {
    this.#pipe = pipe;
    this.#data = data;
    this.#programs = programs;
  }

  /** Sees to it that a shell is watching this process. */
  async keep(): Promise<void> {
    const before = this.#end;
    try {
      this.#end = openPipe(this.#pipe, O_WRONLY) ?? (await this.#start());
      if (before !== undefined) closeSync(before);
    } catch {
      // A system, or a disk, without such pipes: then the next start finds what runs.
    }
  }

  /** This process does not use it any more; the shell stops it unless another one does. */
  leave(): void {
    if (this.#end !== undefined) closeSync(this.#end);
    this.#end = undefined;
  }

  /** It is stopped, or left running on purpose. */
  dismiss(): void {
    try {
      if (this.#end !== undefined) writeSync(this.#end, '\n');
    } catch {
      // Nobody watches.
    }
    this.leave();
  }

  async #start(): Promise<number | undefined> {
    let reading = openPipe(this.#pipe, O_RDONLY);
    if (reading === undefined) {
      await rm(this.#pipe, { force: true });
      await this.#programs.makePipe(this.#pipe);
      reading = openPipe(this.#pipe, O_RDONLY);
    }
    if (reading === undefined) return undefined;
    try {
      const writing = openPipe(this.#pipe, O_WRONLY);
      if (writing !== undefined) this.#programs.stopAtEnd(reading, this.#data);
      return writing;
    } finally {
      closeSync(reading);
    }
  }
}

/** A pipe's end, without waiting for the other one; undefined where there is none, or for writing, where nobody reads. */
function openPipe(path: string, way: number): number | undefined {
  try {
    const end = openSync(path, way | O_NONBLOCK);
    if (fstatSync(end).isFIFO()) return end;
    closeSync(end);
  } catch (error) {
    if (!['ENOENT', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return undefined;
}
