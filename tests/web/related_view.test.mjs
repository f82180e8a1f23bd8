import assert from "node:assert/strict";
import { test } from "node:test";
import {
  reasonText,
  relatedItem,
  relatedList,
} from "../../web/related_view.js";
import { plainText } from "./plain_text.mjs";

const koreaZinc = {
  id: "company:korea-zinc",
  name: "Korea Zinc",
  type: "company",
};
const smelter = {
  id: "facility:clarksville-smelter",
  name: "Clarksville smelter",
  type: "facility",
  article_count: 12,
  story_count: 9,
};

test("a reason says who does what, with its modality and stories", () => {
  const reason = {
    kind: "relation",
    type: "acquires",
    direction: "out",
    modality: "planned",
    stories: 3,
  };
  assert.equal(
    plainText(reasonText(reason, koreaZinc)),
    "Korea Zinc acquires it planned 3 stories",
  );
});

test("a reason seen from the other end turns round", () => {
  const reason = {
    kind: "relation",
    type: "owns",
    direction: "in",
    modality: "asserted",
    negated: true,
    stories: 1,
  };
  assert.equal(
    plainText(reasonText(reason, koreaZinc)),
    "owns Korea Zinc denied 1 story",
  );
});

test("mere company is told as how much more often than chance", () => {
  const reason = { kind: "association", lift: 14.2, stories: 9 };
  assert.equal(
    plainText(reasonText(reason, koreaZinc)),
    "named together 14 times more often than chance 9 stories",
  );
});

test("what both have to do with is told, with a link to it", () => {
  const antimony = {
    id: "commodity:antimony",
    name: "antimony",
    type: "commodity",
  };
  const told = (type, direction) =>
    reasonText({ kind: "shared", type, direction, entity: antimony }, koreaZinc);
  assert.equal(plainText(told("supplies", "out")), "both supply antimony");
  assert.equal(plainText(told("produces", "out")), "both produce antimony");
  assert.equal(
    plainText(told("located_in", "out")),
    "both are located in antimony",
  );
  assert.equal(plainText(told("regulates", "in")), "antimony regulates both");
  assert.match(String(told("supplies", "out")), /commodity(:|%3A)antimony/);
});

test("the best sentence marks both names and leads to its place", () => {
  const item = relatedItem(
    {
      entity: smelter,
      score: 0.8,
      reasons: [{ kind: "association", lift: 3, stories: 2 }],
      evidence: [
        {
          article: "9f2c",
          source: "SMM",
          published: "2025-12-16T00:24:00Z",
          sentence: "Korea Zinc may buy the Clarksville smelter.",
          marks: [
            [0, 10],
            [23, 42],
          ],
          begin: 212,
          end: 255,
          modality: "possible",
        },
      ],
    },
    koreaZinc,
  ).toString();
  assert.match(
    item,
    /<mark>Korea Zinc<\/mark> may buy the <mark>Clarksville smelter<\/mark>/,
  );
  assert.match(item, /href="\/\?article=9f2c&amp;at=212-255"/);
  assert.match(item, /badge-possible/);
  assert.match(plainText(item), /SMM 16 Dec 2025/);
});

test("an entity without relatives says so", () => {
  const list = relatedList({ entity: koreaZinc, related: [], total: 0 });
  assert.match(plainText(list), /Nothing stands out/);
});
