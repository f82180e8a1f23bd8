import assert from "node:assert/strict";
import { test } from "node:test";
import { hitItem, searchView, totalText } from "../../web/search_view.js";
import { readRoute, searchHref } from "../../web/route.js";
import { plainText } from "./plain_text.mjs";

const hit = {
  id: "9f2c",
  title: "Zinc <up>",
  source: "SMM",
  published: "2025-12-16T00:24:00Z",
  language: "ko",
  kind: "brief",
  title_marks: [[0, 4]],
  snippet: { text: "… zinc & lead", marks: [[2, 6]] },
};
const results = (search, answer) => ({
  route: readRoute(search),
  answer: { query: "", hits: [], total: 0, ...answer },
  named: null,
  asked: null,
});

test("a hit shows source, date, language, kind and marked words", () => {
  const shown = hitItem(hit);
  assert.equal(
    plainText(shown),
    "SMM 16 Dec 2025 Korean brief Zinc &lt;up&gt; … zinc &amp; lead",
  );
  assert.match(shown.toString(), /<mark>Zinc<\/mark> &lt;up&gt;/);
  assert.match(shown.toString(), /… <mark>zinc<\/mark> &amp; lead/);
});

test("what adds up to a score is told where the address asks for it", () => {
  const explanation = [
    { text: "smelter", how: "stem", score: 2.414 },
    { text: "zinc", how: "exact", field: "title", score: 1 },
  ];
  assert.match(
    plainText(hitItem({ ...hit, explanation })),
    /Why here smelter stem 2\.41 zinc exact, title 1\.00$/,
  );
  assert.doesNotMatch(plainText(hitItem(hit)), /Why here/);
  assert.equal(readRoute("?q=x&explain=1").explain, true);
  assert.equal(searchHref(readRoute("?q=x&explain=1")), "/?q=x&explain=1");
});

test("a total that is a lower bound is told as about", () => {
  assert.equal(totalText({ total: 1, total_relation: "eq" }), "1 article");
  assert.equal(
    totalText({ total: 1000, total_relation: "gte" }),
    "At least 1,000 articles",
  );
});

test("where stories are folded the total is one of stories", () => {
  const shown = plainText(searchView(results("?q=x&fold=story", { total: 2 })));
  assert.match(shown, /2 stories/);
});

test("a query that was read otherwise than typed says how", () => {
  const shown = plainText(
    searchView(
      results("?q=zinc(", {
        query: "zinc(",
        read_as: "zinc",
        notes: ["One bracket is open."],
      }),
    ),
  );
  assert.match(shown, /Read as zinc One bracket is open\./);
});

test("a name that is searched as its entity says so, with a way back", () => {
  const shown = searchView(
    results("?q=korea+zinc+deal", {
      query: "korea zinc deal",
      read_as: "((korea AND zinc) OR entity:company:korea-zinc) AND deal",
      names: [
        {
          words: "korea zinc",
          entity: { id: "company:korea-zinc", name: "Korea Zinc", type: "company" },
        },
      ],
    }),
  );
  const text = plainText(shown);
  assert.match(text, /Also under the other names of Korea Zinc *\. Only these words/);
  assert.doesNotMatch(text, /Read as/);
  assert.match(shown.toString(), /q=korea\+zinc\+deal&amp;exact=true/);
});

test("a query that was read as typed says nothing", () => {
  const read = [
    ["Zinc", "zinc "],
    ["source:SMM zinc smelter", "zinc AND smelter AND source:SMM"],
  ];
  for (const [query, read_as] of read) {
    const shown = plainText(searchView(results("?q=x", { query, read_as })));
    assert.doesNotMatch(shown, /Read as/);
  }
});

test("a question that was not understood offers ones that work", () => {
  const shown = searchView({
    ...results("?q=why%3F", {}),
    asked: {
      question: "why?",
      reading: null,
      message: "Not a question that is understood.",
      suggestions: ["related to Nyrstar"],
    },
  });
  assert.match(plainText(shown), /Not a question that is understood\./);
  assert.match(shown.toString(), /href="\/\?q=related\+to\+Nyrstar"/);
});

test("the filters of the address stay chosen, known or not", () => {
  const shown = searchView(
    results("?q=x&source=Nowhere&sort=newest", {}),
  ).toString();
  assert.match(shown, /<input type="hidden" name="source" value="Nowhere">/);
  assert.match(shown, /<option value="newest" selected>/);
});

test("a corrected search says so and offers what was typed", () => {
  const shown = searchView(
    results("?q=Koera+Zinc", {
      query: "Koera Zinc",
      read_as: "korea AND zinc",
      suggestion: { query: "korea Zinc", marks: [[0, 5]], searched: true },
    }),
  );
  assert.match(
    plainText(shown),
    /Showing results for korea Zinc ?\. Search instead for Koera Zinc/,
  );
  assert.match(shown.toString(), /<mark>korea<\/mark> Zinc/);
  assert.match(shown.toString(), /href="\/\?q=Koera\+Zinc&amp;exact=true"/);
  assert.doesNotMatch(plainText(shown), /Read as/);
});

test("a search that found little asks whether another was meant", () => {
  const shown = searchView(
    results("?q=mone", {
      query: "mone",
      suggestion: { query: "mine", marks: [[0, 4]], searched: false },
    }),
  );
  assert.match(plainText(shown), /Did you mean mine ?\?/);
  assert.match(shown.toString(), /href="\/\?q=mine"/);
});

test("a facet's values are links that choose one more, or one less", () => {
  const shown = searchView(
    results("?q=zinc&source=SMM&lang=en", {
      facets: {
        source: {
          values: [
            { value: "SMM", count: 1200, chosen: true },
            { value: "Reuters", count: 3 },
          ],
          values_left_out: 0,
        },
      },
    }),
  );
  assert.match(plainText(shown), /Source SMM 1,200 Reuters 3/);
  assert.match(
    shown.toString(),
    /href="\/\?q=zinc&amp;lang=en" aria-current="true"/,
  );
  assert.match(
    shown.toString(),
    /href="\/\?q=zinc&amp;source=SMM&amp;source=Reuters&amp;lang=en"/,
  );
});

test("a facet that offers no choice is left out", () => {
  const shown = searchView(
    results("?q=zinc", {
      facets: {
        lang: { values: [{ value: "en", count: 4 }], values_left_out: 0 },
      },
    }),
  );
  assert.doesNotMatch(plainText(shown), /Language/);
});

test("a bar of the histogram leads to its whole month", () => {
  const shown = searchView(
    results("?q=zinc", {
      histogram: {
        interval: "month",
        undated: 2,
        buckets: [
          { date: "2024-02-01", count: 4 },
          { date: "2024-03-01", count: 0 },
          { date: "2024-04-01", count: 1 },
        ],
      },
    }),
  );
  assert.match(shown.toString(), /from=2024-02-01&amp;to=2024-02-29/);
  assert.doesNotMatch(shown.toString(), /from=2024-03-01/);
  assert.match(plainText(shown), /2024-02 2 undated 2024-04/);
});

test("a hit of a folded story tells the others", () => {
  const shown = hitItem({
    ...hit,
    story: { article_count: 3, others: [{ id: "b2", title: "Reprint" }] },
  });
  assert.match(plainText(shown), /2 more articles of this story Reprint/);
});
