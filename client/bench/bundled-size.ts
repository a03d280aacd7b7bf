import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Where modules are looked for. */
export const here = fileURLToPath(new URL('.', import.meta.url));

/** How applications are bundled for browsers. */
export const BUNDLE = {
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
} as const;

/**
 * How large a browser's download of a module and all that it imports is, in bytes, minified and
 * gzipped.
 */
export async function bundledSize(source: string): Promise<number> {
  const { outputFiles } = await build({ ...BUNDLE, stdin: { contents: source, resolveDir: here } });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}
