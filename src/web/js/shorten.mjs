// What a program and its script need not say. wasm-bindgen names whatever one takes from the other by a hash, which stands in both
// and packs badly: with short names the first load is 5 KB smaller. What a page may ask a script for keeps its name. And a program
// holds the file of every line that could panic, which nobody is shown: without them it is 700 bytes smaller, and tells no stranger
// of which versions it was made.

/** Where a module has names: the sections of what it takes and what it gives; and where it has words. */
const [TAKES, GIVES, DATA] = [2, 7, 11];
/** The file of a line of a package, of the standard library, or of this project. */
const FILE = /(?:crates\/[\w.]+-[0-9a-f]+\/|\/rustc\/[0-9a-f]{40}\/library\/|\/rust\/deps\/|src\/(?:\w+\/)+)[\w./-]+?\.rs/g;
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
    const content = id === TAKES ? imports(section, names) : id === GIVES ? exports(section, names) : id === DATA ? withoutFiles(section) : section;
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

/** The words without the files of lines, each blank and as long as it was. */
function withoutFiles(section) {
  const words = Buffer.from(section);
  for (const { 0: file, index } of words.toString('latin1').matchAll(FILE)) words.fill(' ', index, index + file.length);
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
