// What a program and its script need not say. wasm-bindgen names whatever one takes from the other by a hash, which stands in both
// and packs badly: with short names the first load is 5 KB smaller. What a page may ask a script for keeps its name. And a program
// holds the file of every line that could panic, and what the standard library would say there, which nobody is shown: without them
// it is a kilobyte smaller, and tells no stranger of which versions it was made.

/** Where a module has names: the sections of what it takes and what it gives; and where it has words. */
const [TAKES, GIVES, DATA] = [2, 7, 11];
/** What is only said where a program panics: the file of a line, and words of the standard library. */
const PANICS = new RegExp(
  [
    /crates\/[\w.]+-[0-9a-f]+\/[\w./-]+?\.rs/,
    /\/rustc\/[0-9a-f]{40}\/library\/[\w./-]+?\.rs/,
    /\/rust\/deps\/[\w./-]+?\.rs/,
    /src\/(?:\w+\/)+[\w./-]+?\.rs/,
    /assertion failed: /,
    /called `(?:Option|Result)::(?:unwrap|expect)\(\)` on an? `(?:None|Err)` value/,
    /attempt to (?:divide by zero|calculate the remainder with a divisor of zero)/,
    /RefCell already (?:mutably )?borrowed/,
    /instance has previously been poisoned/,
    /internal error: entered unreachable code/,
    /index out of bounds: the len is | but the index is /,
    /range (?:start|end) index | out of range for slice of length |slice index starts at | but ends at /,
    /' is out of bounds for string of length | is not a char boundary; it is inside /,
    /one-time initialization may not be performed recursively/,
    /user-provided comparison function does not correctly implement a total order/,
    /branch is not hit for types that cannot fit (?:999 \(u8\)|1E4 \(u8\))/,
    /(?:Hash table )?capacity overflow/,
    /invalid filenameargument list too long[a-z ./]+?uncategorized error/,
    /a formatting trait implementation returned an error when the underlying stream did not/,
    /cannot access a Thread Local Storage value during or after destruction: /,
    /copy_from_slice: source slice length \(|\) does not match destination slice length \(/,
    /`async fn` resumed after (?:completion|panicking)/,
    /attempt to join into collection with len > usize::MAX/,
    /Executor::spawn(?:_local)? called, but no global 'spawn(?:_local)?' function is configured\./,
    /Value is None because the `ssr` feature is active\.[ -~]+?identify the source\./,
    /entity not foundpermission denied[a-z()., -]+?too many links/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);
/** What stands after the name of each kind: function, table, memory, global, tag. */
const KINDS = ['function', 'table', 'memory', 'global', 'tag'];

/**
 * A program and its script with short names: both fit one another, and nothing else has to.
 *
 * @param {Uint8Array} program A module of WebAssembly.
 * @param {string} script What wasm-bindgen wrote for it.
 * @returns {{ program: Uint8Array, script: string }}
 * @throws {Error} The script does not have a name that the program takes.
 */
export function shorten(program, script) {
  const module = new WebAssembly.Module(program);
  const takes = WebAssembly.Module.imports(module).map(({ name }) => name);
  const gives = WebAssembly.Module.exports(module).map(({ name }) => name);
  const names = new Map([...new Set([...takes, ...gives])].filter((name) => name !== 'memory').map((name, at) => [name, short(at)]));
  let text = script;
  for (const name of new Set(takes)) {
    const parts = text.split(`${name}:`);
    if (parts.length !== 2) throw new Error(`the script has ${parts.length - 1} times what the program takes as ${name}`);
    text = parts.join(`${names.get(name)}:`);
  }
  text = withoutGone(text, new Set(gives));
  text = text.replace(/\bwasm\.(\w+)/g, (whole, name) => (names.has(name) ? `wasm.${names.get(name)}` : whole));
  return { program: renamed(program, names), script: text };
}

/**
 * The script without its classes of what the program does not give, of which the build took the functions out; without the
 * start that waits for nothing, which nobody asks for; and without what is for browsers that cannot run the program anyway.
 */
function withoutGone(script, gives) {
  let text = script;
  for (const [, name] of script.matchAll(/export class (\w+)\{/g)) {
    const from = text.indexOf(`export class ${name}{`);
    const to = ending(text, from);
    const asks = [...text.slice(from, to).matchAll(/\bwasm\.(\w+)/g)].map(([, asked]) => asked);
    if (asks.length === 0 || asks.some((asked) => gives.has(asked))) continue;
    text = `${text.slice(0, from)}${text.slice(to)}`
      .replace(`Symbol.dispose&&(${name}.prototype[Symbol.dispose]=${name}.prototype.free);`, '')
      .replace(new RegExp(`${name}Finalization="u"<typeof FinalizationRegistry\\?\\{[^}]*\\{\\},[^}]*\\{\\}\\}:new FinalizationRegistry\\([^)]*\\)\\),`), '');
  }
  const sync = 'function initSync(';
  if (text.includes(sync) && text.includes('export{initSync,')) {
    text = text.slice(0, text.indexOf(sync)) + text.slice(ending(text, text.indexOf(sync)));
    text = text.replace('export{initSync,', 'export{');
  }
  return text
    .replace('__wbindgen_enum_ReadableStreamType=["bytes"],', '')
    .replace(/"encodeInto"in cachedTextEncoder\|\|\(cachedTextEncoder\.encodeInto=function\([^)]*\)\{[^}]*\{[^}]*\};\}\);/, '');
}

/** Where what begins at a place ends: after the brace that closes its first. */
function ending(text, from) {
  let depth = 0;
  for (let at = text.indexOf('{', from); at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return at + 1;
  }
  throw new Error('the script does not end what it begins');
}

/** The short name of a place: no word of JavaScript begins so. */
function short(at) {
  return `$${at.toString(36)}`;
}

/** The module with other names in what it takes and gives. */
function renamed(bytes, names) {
  const out = [bytes.subarray(0, 8)];
  const reader = new Reader(bytes, 8);
  while (!reader.done()) {
    const id = reader.byte();
    const section = reader.take(reader.number());
    const content = id === TAKES ? imports(section, names) : id === GIVES ? exports(section, names) : id === DATA ? withoutPanics(section) : section;
    out.push(Uint8Array.of(id), number(content.length), content);
  }
  return Buffer.concat(out);
}

function imports(section, names) {
  const reader = new Reader(section, 0);
  const count = reader.number();
  const out = [number(count)];
  for (let at = 0; at < count; at += 1) {
    out.push(name(reader.text()), name(changed(reader.text(), names)));
    const from = reader.at;
    if (KINDS[reader.byte()] !== 'function') throw new Error('the program takes something else than functions');
    reader.number();
    out.push(section.subarray(from, reader.at));
  }
  return Buffer.concat(out);
}

function exports(section, names) {
  const reader = new Reader(section, 0);
  const count = reader.number();
  const out = [number(count)];
  for (let at = 0; at < count; at += 1) {
    out.push(name(changed(reader.text(), names)));
    const from = reader.at;
    reader.byte();
    reader.number();
    out.push(section.subarray(from, reader.at));
  }
  return Buffer.concat(out);
}

/** The words of a program without what is only said where it panics: blank, and as long as it was. */
function withoutPanics(section) {
  const words = Buffer.from(section);
  for (const { 0: said, index } of words.toString('latin1').matchAll(PANICS)) words.fill(' ', index, index + said.length);
  return words;
}

function changed(text, names) {
  return names.get(text) ?? text;
}

/** Bytes that are read from a place on. */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    const byte = this.bytes[this.at];
    this.at += 1;
    return byte;
  }

  /** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
  number() {
    let [value, shift, byte] = [0, 1, 0];
    do {
      byte = this.byte();
      value += (byte & 127) * shift;
      shift *= 128;
    } while (byte > 127);
    return value;
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }
}

function number(value) {
  const bytes = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

function name(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([number(bytes.length), bytes]);
}
