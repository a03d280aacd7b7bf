import type { GraphQL } from './exchange.ts';

/** Where the API of OpenTelemetry keeps what a program has registered with it before this one ran. */
const REGISTERED = Symbol.for('opentelemetry.js.api.1');

/**
 * A span for each request, if OpenTelemetry was set up for this process (`node --import ./tracing.mjs …`); if not, the endpoint
 * as it is, and none of the library.
 */
export async function traced(): Promise<(graphql: GraphQL) => GraphQL> {
  const isSetUp = 'trace' in ((globalThis as Record<symbol, object>)[REGISTERED] ?? {});
  if (!isSetUp) return (graphql) => graphql;
  const { SpanKind, SpanStatusCode, context, propagation, trace } = await import(
    '@opentelemetry/api'
  );
  const tracer = trace.getTracer('capexgraph');
  return (graphql) => (request, snapshot) => {
    const parent = propagation.extract(context.active(), request.headers);
    const attributes = {
      'http.request.method': request.method,
      'url.path': request.url.split('?', 1)[0]!,
      'capexgraph.dataset.version': snapshot.catalog.version,
    };
    const options = { kind: SpanKind.SERVER, attributes };
    return tracer.startActiveSpan('graphql', options, parent, async (span) => {
      try {
        const answer = await graphql(request, snapshot);
        span.setAttribute('http.response.status_code', answer.status);
        if (answer.codes.length > 0) {
          span.setAttribute('capexgraph.error.codes', [...answer.codes]);
          if (answer.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        }
        return answer;
      } catch (error) {
        span.recordException(error as Error);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  };
}
