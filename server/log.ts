import { type Logger, pino } from 'pino';

/** The log on standard output: lines for a reader on a terminal, JSON for machines. */
export async function openLog(level: string): Promise<Logger> {
  if (!process.stdout.isTTY) return pino({ level });
  const { default: pretty } = await import('pino-pretty');
  const options = { sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' };
  return pino({ level }, pretty(options));
}
