const SHADES = 6;

/** The colour of a subject: US companies are blue, Chinese ones claret, groups of both green. */
export function colourOf(country: string, place: number): string {
  const family = country === 'US' ? 'us' : country === 'CN' ? 'cn' : 'mixed';
  return `var(--${family}-${(place % SHADES) + 1})`;
}
