/**
 * Computes a value once for each key, when it is first asked for. A failure is not remembered: the next call
 * tries again.
 */
export function memo<Value, Key = void>(
  workOut: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const promises = new Map<Key, Promise<Value>>();
  return (key) => {
    let promise = promises.get(key);
    if (!promise) {
      promise = workOut(key);
      promise.catch(() => promises.delete(key));
      promises.set(key, promise);
    }
    return promise;
  };
}
