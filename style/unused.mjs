// Takes out of the compiled sheets every selector that can match nothing: one that names a class which no program of the
// page names. A library of components brings variants that are not used here. A class is written out where it is used,
// which `tests/architecture.rs` sees to.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import postcss from "postcss";
import parseSelectors from "postcss-selector-parser";

const code = readdirSync("src", { recursive: true }).filter((file) => /\.(rs|js)$/.test(file));
const sources = ["index.html", ...code.map((file) => `src/${file}`)];
const named = new Set(sources.flatMap((file) => readFileSync(file, "utf8").match(/[\w-]+/g) ?? []));

/** Whether a selector names only classes that there are. What stands in `:not()` or `:is()` need not match. */
function canMatch(selector) {
  let all = true;
  parseSelectors((root) =>
    root.walkClasses((one) => {
      const inPseudo = one.parent.parent.type === "pseudo";
      all &&= inPseudo || named.has(one.value);
    }),
  ).processSync(selector);
  return all;
}

for (const sheet of process.argv.slice(2)) {
  const css = postcss.parse(readFileSync(sheet, "utf8"));
  css.walkRules((rule) => {
    if (rule.parent.name === "keyframes") return;
    const used = rule.selectors.filter(canMatch);
    if (used.length === 0) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  });
  css.walkAtRules((at) => void (at.nodes?.length === 0 && at.remove()));
  writeFileSync(sheet, css.toString());
}
