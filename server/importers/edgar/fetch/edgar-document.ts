/** The text of a companyfacts file. */
export interface EdgarDocument {
  /** What refusals call it. */
  readonly name: string;
  readonly text: string;
  /** The CIK that was asked for. */
  readonly cik?: string;
}
