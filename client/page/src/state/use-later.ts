import { useEffect, useState } from 'preact/hooks';

/** False until the first paint, so that what is below is made after what is above was shown. */
export function useLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  useEffect(() => setIsLater(true), []);
  return isLater;
}
