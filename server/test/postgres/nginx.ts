import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../paths.ts';
import { freePort, type Programs, programNamed, type Running } from './programs.ts';

export const NGINX = programNamed('nginx');

const TEMPORARY = ['fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path /tmp/${name};`);

/** Starts nginx before servers on this machine, as server/deploy/nginx.conf has it; says where it answers. */
export async function startNginx(
  programs: Programs,
  ports: readonly number[],
): Promise<Running & { readonly url: string }> {
  const port = await freePort();
  const servers = ports.map((each) => `server 127.0.0.1:${each} max_fails=0;`);
  const config = (await readFile(inProject('server/deploy/nginx.conf'), 'utf8'))
    .replace(/server one:4000 max_fails=0;\s*server two:4000 max_fails=0;/, servers.join(' '))
    .replace('listen 80', `listen 127.0.0.1:${port}`)
    // Without root it may not write where it is used to.
    .replace('http {', `http { ${TEMPORARY.join(' ')}`)
    .replaceAll('/tmp/', `${programs.folder}/`);
  const file = join(programs.folder, 'nginx.conf');
  await writeFile(file, config);
  const running = programs.start(NGINX!, '-c', file, '-g', 'daemon off;');
  return Object.assign(running, { url: `http://127.0.0.1:${port}` });
}
