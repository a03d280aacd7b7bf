import { codeOf, reasonOf } from './errors.ts';

/** What to do about a database that cannot be connected to, by what was said; the first that fits. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/, 'It has no TLS: set sslmode=disable, or turn its TLS on.'],
  [
    /self.signed|UNABLE_TO|unable to (get|verify)/i,
    'Name the file of the authority that signed its certificate: sslrootcert=/path/to/ca.pem.',
  ],
  [/ALTNAME_INVALID/, 'Use the name that its certificate is for, or sslmode=verify-ca.'],
  [
    /no encryption|SSL off|SSL required/i,
    'It takes only TLS: add sslmode=require to DATABASE_URL.',
  ],
  [/^28P01|^28000|password|SASL/, 'Correct user and password in DATABASE_URL.'],
  [/^3D000/, 'Create it, or correct its name in DATABASE_URL.'],
  [/^53300/, 'Run it again when there are fewer connections, or allow the role more.'],
  [/as wanted/, 'Correct the hosts, or target_session_attrs in DATABASE_URL.'],
];

/** The mend of a connection that failed, in a sentence. */
export function remedyOf(error: unknown): string {
  const said = `${codeOf(error) ?? ''} ${reasonOf(error)}`;
  const found = REMEDIES.find(([pattern]) => pattern.test(said));
  return found?.[1] ?? 'Is PostgreSQL running there, and DATABASE_URL right?';
}
