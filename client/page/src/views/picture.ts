interface Caption {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
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
const HEAD = 76;
const FOOT = 30;
const SVG = 'http://www.w3.org/2000/svg';

/** Saves the chart as it is on the page, with its title, measure and source. */
export async function savePicture(kind: 'svg' | 'png', caption: Caption): Promise<void> {
  const picture = pictureOf(caption);
  const text = new XMLSerializer().serializeToString(picture);
  const svg = new Blob([text], { type: 'image/svg+xml' });
  save(kind === 'svg' ? svg : await pngOf(text, picture), `capexgraph.${kind}`);
}

/** The panels side by side, or below each other, as they stand on the page. */
function pictureOf({ title, subtitle, source }: Caption): SVGSVGElement {
  const chart = document.querySelector('.chart')!;
  const { left, top, width, height } = chart.getBoundingClientRect();
  const picture = document.createElementNS(SVG, 'svg');
  const size = { width: String(width + 32), height: String(height + HEAD + FOOT) };
  for (const [name, value] of Object.entries({ xmlns: SVG, ...size }))
    picture.setAttribute(name, value);
  const style = getComputedStyle(document.body);
  const background = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ ...size, fill: style.backgroundColor }))
    background.setAttribute(name, value);
  picture.append(
    background,
    label(title, 16, 30, 18, 700),
    label(subtitle, 16, 52, 14, 400),
    label(source, 16, height + HEAD + 18, 12, 400),
  );
  for (const caption of chart.querySelectorAll('figcaption')) {
    const box = caption.getBoundingClientRect();
    picture.append(
      label(caption.textContent ?? '', box.left - left + 16, box.top - top + HEAD + 16, 14, 700),
    );
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
    copy.setAttribute('x', String(box.left - left + 16));
    copy.setAttribute('y', String(box.top - top + HEAD));
    picture.append(copy);
  }
  return picture;

  function label(text: string, x: number, y: number, size: number, weight: number) {
    const element = document.createElementNS(SVG, 'text');
    const attributes = {
      x,
      y,
      'font-size': size,
      'font-weight': weight,
      fill: style.color,
      'font-family': style.fontFamily,
    };
    for (const [name, value] of Object.entries(attributes))
      element.setAttribute(name, String(value));
    element.textContent = text;
    return element;
  }
}

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
