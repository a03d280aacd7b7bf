/** The text of a companyfacts file. */
export interface EdgarDocument {
  /** What refusals call it. */
  readonly name: string;
  readonly text: string;
  /** The CIK that was asked for. */
  readonly cik?: string;
  /** Whether it is of an archive of every filer, and nobody asked for it by itself. */
  readonly isOneOfMany?: boolean;
}
