import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, paragraphs, withoutOverlaps } from "../../web/text_spans.js";

test("marks count code points, not UTF-16 units", () => {
  assert.equal(
    marked("𠮷野 고려아연 up", [[3, 7]]).toString(),
    "𠮷野 <mark>고려아연</mark> up",
  );
});

test("the text between marks is escaped", () => {
  assert.equal(
    marked("<b>zinc</b>", [[3, 7]]).toString(),
    "&lt;b&gt;<mark>zinc</mark>&lt;/b&gt;",
  );
});

test("marks beyond the text or the wrong way round are no harm", () => {
  assert.equal(
    marked("zinc", [
      [2, 99],
      [3, 1],
      [-4, 1],
    ]).toString(),
    "<mark>z</mark>i<mark>nc</mark>",
  );
});

test("of two spans that overlap the longer one stays", () => {
  const spans = [
    { begin: 0, end: 5 },
    { begin: 0, end: 10 },
    { begin: 12, end: 14 },
  ];
  assert.deepEqual(withoutOverlaps(spans), [
    { begin: 0, end: 10 },
    { begin: 12, end: 14 },
  ]);
});

test("paragraphs keep their place in the body", () => {
  assert.deepEqual(paragraphs("ab\n\n锌业\n \nc"), [
    { begin: 0, end: 2 },
    { begin: 4, end: 6 },
    { begin: 9, end: 10 },
  ]);
});
