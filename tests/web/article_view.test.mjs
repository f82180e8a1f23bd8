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
