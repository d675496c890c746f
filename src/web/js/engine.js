// The engine alone: what an answer sheet comes to, for a page with forms of its own, and in Node. README, "In your own
// page". Nothing is drawn, fetched later or kept.
import { DriveError, failure } from './error.js';

/** The two modules are loaded once, the one that reads and checks packs when it is first needed. */
let core;
let checker;

async function start(load, name, url) {
  try {
    const module = await load();
    let file = url;
    if (url.protocol === 'file:') {
      // Node fetches no files.
      const { readFile } = await import('node:fs/promises');
      file = await readFile(url);
    }
    await module.default({ module_or_path: file });
    return module;
  } catch (cause) {
    throw failure('engine-not-loaded', `${name} did not load`, `serve ${name} beside engine.js, as application/wasm`, cause);
  }
}

/**
 * The engine, as soon as it is loaded.
 *
 * @param {{language?: 'en' | 'cy'}} options the language of messages
 */
export async function engine({ language = 'en' } = {}) {
  core ??= start(() => import('./engine_core.js'), 'engine_core_bg.wasm', new URL('./engine_core_bg.wasm', import.meta.url));
  core.catch(() => (core = undefined));
  return new Engine(await core, language);
}

function checking() {
  checker ??= start(() => import('./checker.js'), 'checker_bg.wasm', new URL('./checker_bg.wasm', import.meta.url));
  checker.catch(() => (checker = undefined));
  return checker;
}

/** What a module threw: a list of problems, or what nobody foresaw. */
function told(work) {
  try {
    return work();
  } catch (thrown) {
    throw Array.isArray(thrown) ? new DriveError(thrown) : failure('engine-failed', 'the engine failed', 'load it again, and report this', thrown);
  }
}

export class Engine {
  #core;
  #language;
  #named = new Map();

  /** Made by `engine()` alone. */
  constructor(core, language) {
    this.#core = core;
    this.#language = language;
  }

  /** The names of the criteria that ship. */
  get names() {
    return this.#core.Criteria.names();
  }

  /** The id, version and SHA-256 digest of criteria: those that ship under a name, or `criteria` of a pack. */
  identity(criteria = 'default') {
    return told(() => this.#criteria(criteria).identity());
  }

  /**
   * What an answer sheet comes to, `result/1`.
   *
   * @param {object} sheet `answers/1`
   * @param {string | object} [criteria] the name of criteria that ship, or `criteria` of a pack; the sheet names them otherwise
   * @throws {DriveError} with every problem of the sheet, such as a day of screening after today
   */
  screen(sheet, criteria = sheet?.pack ?? 'default') {
    return told(() => this.#criteria(criteria).screen(sheet, today()));
  }

  /**
   * Reads a pack of a site's own, an object or the text of its file. `free()` it when it is no longer needed.
   *
   * @throws {DriveError} with every problem of the pack
   */
  async criteria(pack) {
    const { read } = await checking();
    return told(() => this.#core.Criteria.read(read(pack, this.#language), this.#language));
  }

  /**
   * What the check of a pack finds, as of a day, `YYYY-MM-DD`; today if none is given.
   *
   * @throws {DriveError} with every problem that keeps it from loading
   */
  async check(pack, { day = today() } = {}) {
    const { check } = await checking();
    return told(() => check(pack, day, this.#language));
  }

  #criteria(criteria) {
    if (typeof criteria !== 'string') return criteria;
    if (!this.#named.has(criteria)) this.#named.set(criteria, new this.#core.Criteria(criteria, this.#language));
    return this.#named.get(criteria);
  }
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export { DriveError };
