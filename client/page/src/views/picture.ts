import { wrap } from '../charts/wrap.ts';

interface Caption {
  readonly title: string;
  readonly subtitle: string;
  /** What stands below: what marks mean, whose figures they are, as of when, where more is. */
  readonly notes: readonly string[];
}

const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'text-anchor',
];
const MARGIN = 16;
/** How wide a character is, as a part of the size of its font. */
const CHARACTER = 0.56;
const SVG = 'http://www.w3.org/2000/svg';

/** Saves the chart as it is on the page, with its title, measure and source. */
export async function savePicture(kind: 'svg' | 'png', caption: Caption): Promise<void> {
  const picture = pictureOf(caption);
  const text = new XMLSerializer().serializeToString(picture);
  const svg = new Blob([text], { type: 'image/svg+xml' });
  save(kind === 'svg' ? svg : await pngOf(text, picture), `capexgraph.${kind}`);
}

/** The panels as they stand on the page, in the colours of day, which print and other pages want. */
function pictureOf(caption: Caption): SVGSVGElement {
  const root = document.documentElement.classList;
  root.add('day');
  try {
    return drawn(caption);
  } finally {
    root.remove('day');
  }
}

function drawn({ title, subtitle, notes }: Caption): SVGSVGElement {
  const chart = document.querySelector('.chart')!;
  const { left, top, width, height } = chart.getBoundingClientRect();
  const { color, fontFamily, backgroundColor } = getComputedStyle(document.body);
  const picture = document.createElementNS(SVG, 'svg');
  const background = document.createElementNS(SVG, 'rect');
  picture.append(background);
  let y = MARGIN;
  write(title, 18, 700);
  write(subtitle, 14, 400);
  y += 8;
  const head = y;
  for (const caption of chart.querySelectorAll('figcaption')) {
    const box = caption.getBoundingClientRect();
    const words = [...caption.childNodes].map(({ textContent }) => textContent).join(', ');
    label(words, box.left - left + MARGIN, box.top - top + head + 16, 14, 700);
  }
  for (const drawing of chart.querySelectorAll('svg')) {
    const box = drawing.getBoundingClientRect();
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const originals = drawing.querySelectorAll('*');
    copy.querySelectorAll('*').forEach((element, index) => {
      const computed = getComputedStyle(originals[index]!);
      for (const name of STYLES) element.setAttribute(name, computed.getPropertyValue(name));
      element.removeAttribute('href');
    });
    set(copy, { x: box.left - left + MARGIN, y: box.top - top + head, overflow: 'visible' });
    picture.append(copy);
  }
  y = head + height;
  for (const note of notes) write(note, 12, 400);
  const size = { width: width + MARGIN * 2, height: y + MARGIN };
  set(picture, { xmlns: SVG, ...size });
  set(background, { ...size, fill: backgroundColor });
  return picture;

  /** Writes a text below what is there, in as many lines as it takes. */
  function write(text: string, size: number, weight: number) {
    for (const line of wrap(text, width / (size * CHARACTER))) {
      label(line, MARGIN, y + size, size, weight);
      y += size * 1.3;
    }
  }

  function label(text: string, x: number, y: number, size: number, weight: number) {
    const element = document.createElementNS(SVG, 'text');
    const font = { 'font-size': size, 'font-weight': weight, 'font-family': fontFamily };
    set(element, { x, y, fill: color, ...font });
    element.textContent = text;
    picture.append(element);
  }
}

const set = (element: Element, attributes: Record<string, string | number>) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
};

async function pngOf(text: string, picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const scale = 2;
  canvas.width = Number(picture.getAttribute('width')) * scale;
  canvas.height = Number(picture.getAttribute('height')) * scale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture came about.')))),
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
