import assert from "node:assert/strict";
import { test } from "node:test";
import {
  count,
  day,
  languageName,
  relationHeading,
  relationVerb,
  reservations,
  scriptLanguage,
  times,
} from "../../web/words.js";

test("a relation reads as a sentence and as a heading from both ends", () => {
  assert.equal(relationVerb("subsidiary_of"), "is a subsidiary of");
  assert.equal(relationHeading("acquires", "out"), "Acquires");
  assert.equal(relationHeading("acquires", "in"), "Acquired by");
});

test("a relation that this page does not know is still readable", () => {
  assert.equal(relationVerb("spins_off"), "spins off");
  assert.equal(relationHeading("spins_off", "in"), "Spins off (towards it)");
});

test("what is planned, rumoured or denied is never lost", () => {
  assert.deepEqual(reservations({ modality: "asserted" }), []);
  assert.deepEqual(reservations({ modality: "planned" }), ["planned"]);
  assert.deepEqual(reservations({ modality: "rumoured", negated: true }), [
    "rumoured",
    "denied",
  ]);
});

test("counts and dates read well", () => {
  assert.equal(count(1, "story", "stories"), "1 story");
  assert.equal(count(1200, "article"), "1,200 articles");
  assert.equal(times(14.2), "14");
  assert.equal(times(2.34), "2.3");
  assert.equal(day("2025-12-16T00:24:00Z"), "16 Dec 2025");
  assert.equal(day("no date"), "");
});

test("a language has a name, and a broken code is shown as it is", () => {
  assert.equal(languageName("ko"), "Korean");
  assert.equal(languageName("!"), "!");
});

test("the script alone tells which fonts a name needs", () => {
  assert.equal(scriptLanguage("고려아연"), "ko");
  assert.equal(scriptLanguage("東邦亜鉛、アンチモン"), "ja");
  assert.equal(scriptLanguage("紫金矿业"), "zh");
  assert.equal(scriptLanguage("Korea Zinc"), null);
});
