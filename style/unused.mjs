// Takes out of the compiled sheets what no browser that runs the page has a use for: names of properties from before they had one,
// where it stands beside them; the colour to take where a variable has none, as the page gives all of the library's a value; and
// every selector that can match nothing: one that names a class which no program of the
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
  const given = new Set();
  css.walkDecls(/^--/, ({ prop, parent }) => void (parent.selector.includes(":root") && given.add(prop)));
  css.walkRules((rule) => {
    if (rule.parent.name === "keyframes") return;
    const used = rule.selectors.filter(canMatch);
    if (used.length === 0) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  });
  css.walkDecls((declaration) => {
    const { prop, parent } = declaration;
    const named = prop.replace(/^-webkit-/, "");
    if (named !== prop && parent.some((other) => other.prop === named)) declaration.remove();
    else declaration.value = declaration.value.replace(/var\((--govuk-[\w-]+), ?#[0-9a-f]+\)/g, (whole, name) => (given.has(name) ? `var(${name})` : whole));
  });
  css.walkAtRules((at) => void (at.nodes?.length === 0 && at.remove()));
  writeFileSync(sheet, css.toString());
}
