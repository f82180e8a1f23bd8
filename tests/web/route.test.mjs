import assert from "node:assert/strict";
import { test } from "node:test";
import {
  articleHref,
  entityHref,
  graphHref,
  isQuestion,
  mayBeQuestion,
  pathHref,
  readRoute,
  searchHref,
  splitQuestion,
} from "../../web/route.js";

test("an address without a state is the start", () => {
  assert.deepEqual(readRoute(""), { view: "start" });
  assert.deepEqual(readRoute("?q=+&unknown=1"), { view: "start" });
});

test("a search keeps its words and filters in the address", () => {
  const href = searchHref({ q: 'a&b "c"', source: ["SMM", "A&B"], from: "2025-01-01" });
  const route = readRoute(href.slice(1));
  assert.equal(route.view, "search");
  assert.equal(route.q, 'a&b "c"');
  assert.deepEqual(route.source, ["SMM", "A&B"]);
  assert.equal(route.from, "2025-01-01");
  assert.equal(route.sort, "");
});

test("an entity's address is readable, in any script", () => {
  assert.equal(entityHref("company:korea-zinc"), "/?entity=company:korea-zinc");
  const route = readRoute(entityHref("company:고려아연").slice(1));
  assert.deepEqual(route, { view: "entity", id: "company:고려아연" });
});

test("the number of hops has bounds", () => {
  assert.equal(readRoute(graphHref("place:x", 2).slice(1)).hops, 2);
  assert.equal(readRoute("?entity=place:x&hops=99").hops, 2);
  assert.equal(readRoute("?entity=place:x&hops=-1").hops, 1);
  assert.equal(readRoute("?entity=place:x&hops=what").hops, 1);
});

test("an article's address leads to a sentence of its body or title", () => {
  const body = articleHref("9f2c", { begin: 3, end: 9 });
  assert.equal(body, "/?article=9f2c&at=3-9");
  assert.deepEqual(readRoute(body.slice(1)).at, {
    begin: 3,
    end: 9,
    in_title: false,
  });
  const title = articleHref("9f2c", { begin: 0, end: 9, in_title: true });
  assert.equal(readRoute(title.slice(1)).at.in_title, true);
});

test("a broken place in an article is no place", () => {
  for (const at of ["9-3", "a-b", "1", "-1-4", "3-3"]) {
    assert.equal(readRoute(`?article=9f2c&at=${at}`).at, null);
  }
});

test("questions are told from words", () => {
  assert.ok(mayBeQuestion("related to Korea Zinc"));
  assert.ok(mayBeQuestion("What is related to Nyrstar"));
  assert.ok(mayBeQuestion("누가 운영하나? "));
  assert.ok(mayBeQuestion("谁经营温山冶炼厂\uff1f"));
  assert.ok(mayBeQuestion("smelters in Tennessee"));
  assert.ok(!isQuestion("smelters in Tennessee"));
  assert.ok(!mayBeQuestion("zinc smelter tennessee"));
  assert.ok(!mayBeQuestion("related to "));
  assert.ok(!mayBeQuestion("interrelated tools"));
});

test("behind `related to` the name alone is completed", () => {
  assert.deepEqual(splitQuestion("related to Kor"), {
    question: "related to ",
    name: "Kor",
  });
  assert.deepEqual(splitQuestion("Kor"), { question: "", name: "Kor" });
});

test("a connection keeps both ends in the address, and may lack one", () => {
  const href = pathHref("company:korea-zinc", "Nyrstar");
  assert.equal(href, "/?connect=company:korea-zinc&with=Nyrstar");
  assert.deepEqual(readRoute(href.slice(1)), {
    view: "path",
    from: "company:korea-zinc",
    to: "Nyrstar",
  });
  assert.deepEqual(readRoute("?connect=x"), { view: "path", from: "x", to: "" });
});
