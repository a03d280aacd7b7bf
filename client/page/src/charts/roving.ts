/**
 * The points of a chart are one stop of the Tab key; arrows go from one to the next: left and right in time, up and
 * down between companies. Each is a link whose `data-x` and `data-y` say where it stands.
 */
export function moveByArrow(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = (event.target as Element).closest<SVGAElement>('a[data-x]');
  if (!step || !from) return;
  event.preventDefault();
  const points = [...(event.currentTarget as Element).querySelectorAll<SVGAElement>('a[data-x]')];
  const place = (point: SVGAElement) => [Number(point.dataset.x), Number(point.dataset.y)] as const;
  const [x, y] = place(from);
  const [dx, dy] = step;
  const isAhead = (point: SVGAElement) => {
    const [px, py] = place(point);
    return dx ? (px - x) * dx > 0 : px === x && (py - y) * dy > 0;
  };
  const distance = (point: SVGAElement) => {
    const [px, py] = place(point);
    return Math.abs(px - x) * 100 + Math.abs(py - y);
  };
  const [next] = points.filter(isAhead).sort((one, other) => distance(one) - distance(other));
  if (!next) return;
  for (const point of points) point.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
