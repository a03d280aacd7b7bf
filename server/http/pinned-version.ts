import type { ErrorCode } from '../graphql/error-codes.ts';
import type { Catalog } from '../store/catalog.ts';

/** The header that says which version of the dataset an answer is made from. */
export const DATASET_VERSION = 'x-dataset-version';

/** What caches do with an answer to an address that names its version: it never changes. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** A fault of the version that an address names, as an answer says it. */
export interface VersionFault {
  readonly status: 400 | 410;
  readonly code: ErrorCode;
  readonly message: string;
  /** What else the error says of it. */
  readonly more: object;
}

const PARAMETER = /[?&]version(?:=([^&]*))?(?=&|$)/;

/** The version that an address names, e.g. /data/facts.csv?version=…; undefined where it names none. Two are no version. */
export function pinnedVersion(url: string): string | undefined {
  const named = PARAMETER.exec(url);
  if (!named) return undefined;
  const [, version = ''] = named;
  const isTwice = PARAMETER.test(url.slice(named.index + named[0].length));
  return isTwice ? `${version} and another one` : version;
}

/** The address without its version, as those who read the other parameters take it. */
export function withoutVersion(url: string): string {
  const rest = url.replace(PARAMETER, '');
  return rest.includes('?') ? rest : rest.replace('&', '?');
}

/** What is wrong with a version that is asked for, where another one is served; undefined if it is served. */
export function faultOf(
  asked: string,
  { version }: Pick<Catalog, 'version'>,
): VersionFault | undefined {
  if (asked === version) return undefined;
  if (!/^[0-9a-f]{64}$/.test(asked)) {
    const message = `version takes 64 hexadecimal digits, as \`dataset { version }\` gives them, not ${JSON.stringify(asked.slice(0, 100))}.`;
    return { status: 400, code: 'BAD_USER_INPUT', message, more: { argument: 'version' } };
  }
  const message = `This server no longer has version ${asked}, or never had it; the newest is ${version}.`;
  return { status: 410, code: 'VERSION_GONE', message, more: { newest: version } };
}
