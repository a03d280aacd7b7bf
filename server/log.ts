import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** The log on standard output: lines for a reader on a terminal, JSON for machines. */
export function openLog(level: string): Logger {
  return process.stdout.isTTY
    ? pino({ level }, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }))
    : pino({ level });
}
