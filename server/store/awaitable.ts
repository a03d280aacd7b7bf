/** A value that is there, or will be: most of what a request needs is in memory already. */
export type Awaitable<T> = T | Promise<T>;

/** Continues with a value, synchronously when it is there. (A module that exports `then` would count as a promise.) */
export function andThen<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of several values; there when each of them is. */
export function all<T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  const isThere = (value: Awaitable<T>): value is T => !(value instanceof Promise);
  return values.every(isThere) ? values : Promise.all(values);
}
