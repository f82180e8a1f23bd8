import assert from "node:assert/strict";
import { test } from "node:test";
import {
  articleView,
  bodyText,
  namedEntities,
} from "../../web/article_view.js";

const mention = (begin, end, name, more = {}) => ({
  begin,
  end,
  type: "company",
  entity: `company:${name.toLowerCase()}`,
  name,
  ...more,
});

test("mentions lead to their entities", () => {
  assert.equal(
    bodyText("Ada met Bo.", [mention(0, 3, "Ada")], null).toString(),
    '<p><a class="mention mention-company" href="/?entity=company:ada" ' +
      'title="Ada · Company">Ada</a> met Bo.</p>'.replace(/\n\s*/g, " "),
  );
});

test("a sentence is highlighted around the mentions in it", () => {
  const body = "First.\n\nAda met Bo. End.";
  const shown = bodyText(body, [mention(8, 11, "Ada")], {
    begin: 8,
    end: 19,
    in_title: false,
  }).toString();
  assert.match(
    shown,
    /<mark class="sentence" data-sentence><a [^>]*>Ada<\/a> met Bo\.<\/mark> End\./,
  );
});

test("a type that this page does not know can not break out of its class", () => {
  const shown = bodyText(
    "Ada",
    [mention(0, 3, "Ada", { type: '"><b>' })],
    null,
  );
  assert.match(shown.toString(), /class="mention mention-unknown"/);
  assert.doesNotMatch(shown.toString(), /<b>/);
});

test("entities are listed once, most often named first, names before nouns", () => {
  const named = namedEntities([
    mention(0, 3, "Ada"),
    mention(5, 7, "Bo"),
    mention(9, 11, "Bo"),
    mention(12, 23, "Ada", { nominal: true }),
    mention(24, 27, "Ada"),
    mention(30, 32, "Cy", { nominal: true }),
  ]);
  assert.deepEqual(
    named.map(({ name, times }) => [name, times]),
    [
      ["Ada", 3],
      ["Bo", 2],
    ],
  );
});

test("a hostile article is shown as text", () => {
  const attack = `<img src=x onerror="alert(1)">`;
  const shown = articleView(
    {
      article: {
        id: `"><script>`,
        title: attack,
        url: "javascript:alert(1)",
        source: attack,
        language: `en" onload="x`,
        authors: [attack],
        body: `${attack}\n\n${attack}`,
      },
      mentions: [mention(0, 4, attack, { entity: attack })],
      relations: [
        {
          type: attack,
          source: attack,
          target: attack,
          source_name: attack,
          begin: 0,
          end: 4,
          modality: attack,
        },
      ],
    },
    null,
  ).toString();
  assert.doesNotMatch(shown, /<img|<script|javascript:| onload="| onerror="/);
});

const report = (id, more = {}) => ({
  id,
  title: `Report ${id}`,
  language: "en",
  ...more,
});

const articleWith = (story) =>
  articleView(
    { article: { ...report("b"), body: "Ada met Bo." } },
    null,
    { story },
  ).toString();

test("a story of several reports tells the first one and what others changed", () => {
  const shown = articleWith({
    total: 2,
    reports: [
      report("a"),
      report("b", {
        added: { total: 1, sentences: [{ text: "<b>New.</b>" }] },
        removed: { total: 0, sentences: [] },
      }),
    ],
  });
  assert.match(shown, /One story, 2 reports/);
  assert.match(shown, /Report a<\/a>\s*<p class="read-date">[^<]*first report/);
  assert.match(shown, /added 1 sentence</);
  assert.match(shown, /<li>&lt;b&gt;New\.&lt;\/b&gt;<\/li>/);
  assert.doesNotMatch(shown, /left out/);
  assert.match(shown, /href="[^"]*b"\s*lang="en" aria-current="true"/);
});

test("what one article tells alone is no story of its own", () => {
  assert.doesNotMatch(
    articleWith({ total: 1, reports: [report("b")] }),
    /One story/,
  );
});
