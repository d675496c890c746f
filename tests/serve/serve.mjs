// Serves a folder as a careful host would: with the strict headers of headers.json. No dependencies.
//
//   node tests/serve/serve.mjs --dir dist --port 8080
//
//   --dir DIR     the folder to serve (default: dist)
//   --port N      the port on 127.0.0.1; 0 takes any free one (default: 0)
//   --log FILE    empties FILE, then adds one JSON line when a request ends:
//                 {"method","path","status","bytes"}; path as asked for, with its query; bytes is the length of
//                 the body sent. A request with a body also has "received", its length.
//   --pack ID     the criteria pack of this copy: "pack" of its site.json
//   --exit URL    where "Leave quickly" goes: "exit" of its site.json
//   --embed URL   the origin of a page that embeds this copy: it may load its files and stand around it, and is "embed" of
//                 its site.json
//   --bare        sends none of the strict headers, as a host of somebody else's page may
//   --quick       compresses less: a test that starts a server of its own waits seconds for the best there is
//   --online      a page that starts is given nothing that keeps files of this copy (offline.js): each load asks the server
//   --then DIR    GET /next-version/N serves the first folder for N requests more, and from then on this one: a new version is
//                 put up, at any moment of a load
//   --stall FILE  never answers a request for a file of that name; may be given several times
//   --report      adds "report-uri /csp-report" to the policy; such a request's log line also has "body"
//
// Prints "Serving http://127.0.0.1:PORT/" once it listens. Stops on SIGINT or SIGTERM, or when killed.
// headers.json: "all" goes with every answer; "html", "hashed" (Trunk's file names with a content hash) and
// "other" add the caching. Nothing outside the folder and no dot file is served, and no folder is listed.

import { appendFileSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const ALREADY_SMALL = new Set(['.pdf', '.png', '.woff2']);
const HASHED = /-[0-9a-f]{12,16}(_bg)?\.[a-z0-9]+$/;
const REPORT_PATH = '/csp-report';
const LARGEST_BODY = 1_000_000;

const compress = promisify(brotliCompress);
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

let options;
try {
  options = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '0' },
      log: { type: 'string' },
      pack: { type: 'string' },
      exit: { type: 'string' },
      embed: { type: 'string' },
      bare: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      online: { type: 'boolean', default: false },
      then: { type: 'string' },
      stall: { type: 'string', multiple: true, default: [] },
    },
  }).values;
} catch (error) {
  stop(error.message);
}
if (!/^\d+$/.test(options.port) || Number(options.port) > 65535) stop(`--port ${options.port}: not a port`);

let root;
try {
  root = realpathSync(options.dir);
} catch {
  stop(`--dir ${options.dir}: no such folder`);
}
if (options.log) writeFileSync(options.log, '');

const headers = JSON.parse(readFileSync(new URL('headers.json', import.meta.url), 'utf8'));
if (options.bare) headers.all = {};
if (options.embed) {
  const policy = 'Content-Security-Policy';
  headers.all[policy] = headers.all[policy].replace("frame-ancestors 'none'", `frame-ancestors ${options.embed}`);
  Object.assign(headers.all, { 'Access-Control-Allow-Origin': options.embed, 'Cross-Origin-Resource-Policy': 'cross-origin' });
}
if (options.report && !options.bare) headers.all['Content-Security-Policy'] += `; report-uri ${REPORT_PATH}`;

const NEXT_PATH = /^\/next-version\/(\d+)$/;
let left = Infinity;
let version = root;
const next = options.then && realpathSync(options.then);

const cache = new Map();

const server = createServer(async (request, response) => {
  const entry = { method: request.method, path: request.url, status: 0, bytes: 0 };
  response.on('close', () => log({ ...entry, status: response.statusCode }));
  const send = (status, body, extra = {}) => {
    response.writeHead(status, { ...headers.all, ...headers.other, ...extra, 'Content-Length': body.length });
    if (request.method === 'HEAD') return response.end();
    entry.bytes = body.length;
    response.end(body);
  };
  const plain = (status, words) => send(status, Buffer.from(`${words}\n`), { 'Content-Type': TYPES['.txt'] });
  try {
    const body = await received(request);
    if (body.length > 0) entry.received = body.length;
    if (options.report && request.method === 'POST' && request.url === REPORT_PATH) {
      entry.body = body.toString('utf8');
      return send(204, Buffer.alloc(0));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET and HEAD');
    if (options.stall.includes(path.basename(request.url.replace(/[?#].*$/s, '')))) return undefined;
    if (next && NEXT_PATH.test(request.url)) {
      left = Number(NEXT_PATH.exec(request.url)[1]);
      return plain(200, 'done');
    }
    if (next) version = left-- > 0 ? root : next;
    // As a script; whoever fetches it to look at it is given it as it is.
    if (options.online && request.headers['sec-fetch-dest'] === 'script' && path.basename(request.url) === 'offline.js') {
      return send(200, Buffer.alloc(0), { 'Content-Type': TYPES['.js'] });
    }
    const file = await inside(request.url, version);
    if (!file) return plain(404, 'Not found');
    const found = await load(file, /\bbr\b/.test(request.headers['accept-encoding'] ?? ''));
    send(200, found.body, found.headers);
  } catch {
    if (response.headersSent) response.destroy();
    else plain(500, 'Something went wrong');
  }
});

server.on('upgrade', (request, socket) => {
  log({ method: 'UPGRADE', path: request.url, status: 0, bytes: 0 });
  socket.destroy();
});
server.on('error', (error) =>
  stop(error.code === 'EADDRINUSE' ? `Port ${options.port} is taken: choose another with --port` : error.message),
);
server.listen(Number(options.port), '127.0.0.1', () => {
  console.log(`Serving http://127.0.0.1:${server.address().port}/`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

/** The file a request means, or nothing: never one outside the folder, by "..", encoding or a link. */
async function inside(url, root) {
  let name;
  try {
    name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
  if (!name.startsWith('/') || /[\0\\]|\/\./.test(name)) return undefined;
  if (name.endsWith('/')) name += 'index.html';
  try {
    const file = await realpath(path.join(root, name));
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** A file's body and headers, compressed where the browser takes it; kept in memory until the file changes. */
async function load(file, brotli) {
  const extension = path.extname(file).toLowerCase();
  const squeeze = brotli && !ALREADY_SMALL.has(extension);
  const { mtimeMs, size } = await stat(file);
  const key = [file, mtimeMs, size, squeeze].join('|');
  if (!cache.has(key)) cache.set(key, read(file, extension, squeeze).catch((error) => (cache.delete(key), Promise.reject(error))));
  return cache.get(key);
}

async function read(file, extension, squeeze) {
  let body = await readFile(file);
  if ((options.pack || options.exit || options.embed) && path.relative(version, file) === 'site.json') body = Buffer.from(settle(body.toString('utf8')));
  if (squeeze) body = await compress(body, options.quick ? QUICKLY : {});
  const kind = extension === '.html' ? 'html' : HASHED.test(path.basename(file)) ? 'hashed' : 'other';
  const own = { ...headers[kind], 'Content-Type': TYPES[extension] ?? 'application/octet-stream', Vary: 'Accept-Encoding' };
  if (squeeze) own['Content-Encoding'] = 'br';
  return { body, headers: own };
}

/** The site.json with the pack, exit and embedding origin that were asked for. */
function settle(site) {
  const { pack, exit, embed } = options;
  return JSON.stringify({ ...JSON.parse(site), ...(pack && { pack }), ...(exit && { exit }), ...(embed && { embed: [embed] }) });
}

async function received(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LARGEST_BODY) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function log(entry) {
  if (options.log) appendFileSync(options.log, `${JSON.stringify(entry)}\n`);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
