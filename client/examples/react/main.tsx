import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Chart } from './chart.tsx';
import { companies, companyQuarters } from './queries.ts';

function Page() {
  const [slug, setSlug] = useState('alibaba');
  const list = useQuery(companies);
  return (
    <>
      <h1>Capital expenditures</h1>
      <select value={slug} onChange={(event) => setSlug(event.target.value)} aria-label="Company">
        {list.data?.companies.nodes.map((company) => (
          <option key={company.slug} value={company.slug}>
            {company.name}
          </option>
        ))}
      </select>
      <Quarters slug={slug} />
    </>
  );
}

function Quarters({ slug }: { slug: string }) {
  const { data, error, isPending } = useQuery(companyQuarters(slug));
  if (isPending) return <p>Loading</p>;
  if (error) return <p role="alert">{error.message}</p>;
  return data ? <Chart company={data} /> : <p>There is no such company.</p>;
}

// The client retries by itself, and knows better when to.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queries}>
    <Page />
  </QueryClientProvider>,
);
