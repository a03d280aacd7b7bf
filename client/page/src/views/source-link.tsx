/** A document, as a link where it has an address. */
export function SourceLink({
  source: { title, url },
}: {
  source: { readonly title: string; readonly url: string | null };
}) {
  if (!url) return <>{title}</>;
  return (
    <a href={url} rel="noreferrer">
      {title}
    </a>
  );
}
