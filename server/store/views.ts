import type { Perspective, View } from '../domain/view.ts';
import type { Company } from '../generated/prisma/client.ts';
import type { Awaitable } from './awaitable.ts';
import type { Catalog } from './catalog.ts';

/** Every company of one version of the dataset, from any perspective. */
export interface Views {
  readonly catalog: Pick<Catalog, 'companies'>;
  /** A company's series in a currency as of a day; at once when the series is in memory. */
  view(company: Company, perspective?: Perspective): Awaitable<View>;
  /** Today's view of a company for whoever looks at all of them: it takes the place of none that is in memory. */
  passingView(company: Company): Awaitable<View>;
}
