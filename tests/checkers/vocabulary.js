// The vocabulary of schema.org, as the package `schema-dts` has it: which types there are,
// which properties each has, and what may stand in these. The package is made for the
// TypeScript compiler; what it declares is regular enough to be read line by line.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const declared = createRequire(import.meta.url).resolve('schema-dts').replace(/\.js$/, '.d.ts');

/** The names in a list of types: `A | readonly (B)[] | "c"`. */
const names = (text) => text.match(/"[^"]*"|\b[A-Za-z_]\w*\b/g) ?? [];

/** What the values of a property that is text may look like. */
const texts = {
  Text: /\S/,
  URL: /^(https?:\/\/\S+|(\.\.\/)*([\w.-]+\/)*index\.html(#\S+)?)$/,
  Date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/,
};

/** Reads it. */
export async function vocabulary() {
  const bases = new Map();
  const types = new Map();
  const unions = new Map();
  let base = null;
  let leaf = null;
  let deprecated = false;
  for (const line of (await readFile(declared, 'utf8')).split('\n')) {
    const opened = /^(?:export )?interface (\w+)(Base|Leaf) extends (.*) \{$/.exec(line);
    const role = /^export type (\w+)Leaf<.*> = Omit<(\w+)Base,/.exec(line);
    const named = /^ {4}"@type": "([^"]+)";$/.exec(line);
    const property = /^ {4}"([^"@]+)"\?: SchemaValue<(.*), "[^"]+">;$/.exec(line);
    const union = /^export type (\w+)(?:<.*>)? = (.*);$/.exec(line);
    if (opened) {
      const above = names(opened[3]).filter((name) => name.endsWith('Base')).map((name) => name.slice(0, -4));
      base = { above, properties: new Map() };
      if (opened[2] === 'Base') bases.set(opened[1], base);
      else leaf = base;
    } else if (role) leaf = { above: [role[2]], properties: new Map() };
    else if (named && leaf) types.set(named[1], leaf);
    else if (property) base.properties.set(property[1], { ranges: names(property[2]), deprecated });
    else if (union) unions.set(union[1], names(union[2]));
    deprecated = /@deprecated/.test(line) || (deprecated && !property && !opened);
  }

  /** A property of a type, its own or one of what it is a kind of. */
  const find = (of, property) =>
    of.properties.get(property) ??
    of.above.map((above) => bases.get(above)).filter(Boolean).map((above) => find(above, property)).find(Boolean);

  /** Whether a type is another, or a kind of it. */
  const isKind = (type, of, seen = new Set()) => {
    if (type === of) return true;
    if (seen.has(of)) return false;
    seen.add(of);
    return (unions.get(of) ?? []).some((name) => !/^"|Leaf$/.test(name) && isKind(type, name, seen));
  };

  /** What is wrong with a value of a property; nothing if it is right. */
  function wrongValue(value, ranges, at, wrong) {
    if (typeof value === 'string') {
      const members = ranges.flatMap((range) => unions.get(range) ?? []);
      const right = members.includes(`"${value}"`) || ranges.some((range) => texts[range]?.test(value));
      if (!right) wrong.push(`${at}: “${value}” is none of ${ranges}`);
    } else if (typeof value === 'number') {
      const right = ranges.some((range) => range === 'Number' || (range === 'Integer' && Number.isInteger(value)));
      if (!right) wrong.push(`${at}: ${value} is none of ${ranges}`);
    } else if (Object.keys(value).join() !== '@id') {
      const type = value['@type'];
      if (!ranges.some((range) => isKind(type, range))) wrong.push(`${at}: a ${type} is none of ${ranges}`);
    }
  }

  /** What is wrong with a thing and all that is in it, a line each. */
  function wrongWith(thing, at = thing['@type'], standsFor = null) {
    const wrong = [];
    if (Object.keys(thing).join() === '@id') return wrong;
    const type = types.get(thing['@type']);
    if (!type) return [`${at}: there is no type ${thing['@type']}`];
    for (const [property, value] of Object.entries(thing)) {
      if (property === '@type' || property === '@id') continue;
      // A role stands between a thing and what its property says, and has that property too.
      const found = standsFor?.property === property ? standsFor.found : find(type, property);
      const here = `${at}.${property}`;
      if (!found) wrong.push(`${here}: a ${thing['@type']} has no such property`);
      else if (found.deprecated) wrong.push(`${here}: out of use`);
      else {
        for (const one of [value].flat()) {
          const isRole = isKind(one['@type'], 'Role') && one['@type'] !== undefined;
          if (!isRole) wrongValue(one, found.ranges, here, wrong);
          if (typeof one === 'object') wrong.push(...wrongWith(one, here, isRole ? { property, found } : null));
        }
      }
    }
    return wrong;
  }

  return { types, wrongWith };
}
