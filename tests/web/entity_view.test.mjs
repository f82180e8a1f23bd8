import assert from "node:assert/strict";
import { test } from "node:test";
import { entityView } from "../../web/entity_view.js";
import { edgeGroups, relationGroups } from "../../web/relations_view.js";
import { plainText } from "./plain_text.mjs";

const company = (name) => ({ id: `company:${name}`, name, type: "company" });
const edge = (type, source, target, direction, more = {}) => ({
  type,
  source: company(source),
  target: company(target),
  direction,
  stories: 1,
  evidence: [],
  ...more,
});
const answered = (value) => ({ status: "fulfilled", value });
const failed = (reason) => ({ status: "rejected", reason });
const answers = {
  entity: { ...company("Ada"), aliases: ["阿达"], article_count: 2 },
  related: answered({ entity: company("Ada"), related: [], total: 0 }),
  relations: answered({ relations: [], total: 0 }),
  graph: answered({ nodes: [company("Ada")], edges: [] }),
  articles: answered({ query: "", hits: [], total: 0 }),
  timeline: answered({ events: [], total: 0 }),
  facts: answered({ entity: company("Ada"), series: [], total: 0 }),
  community: answered({}),
};

test("relations are grouped by type and direction", () => {
  const groups = edgeGroups([
    edge("owns", "Ada", "Bo", "out"),
    edge("owns", "Cy", "Ada", "in"),
    edge("owns", "Ada", "Di", "out"),
  ]);
  assert.deepEqual(
    groups.map(({ heading, edges }) => [heading, edges.length]),
    [
      ["Owns", 2],
      ["Owned by", 1],
    ],
  );
});

test("a relation shows the other end and what is denied of it", () => {
  const shown = relationGroups([
    edge("acquires", "Cy", "Ada", "in", {
      modality: "rumoured",
      negated: true,
    }),
  ]);
  assert.match(plainText(shown), /Acquired by Cy rumoured denied 1 story/);
});

test("one answer that fails leaves the others standing", () => {
  const shown = plainText(
    entityView({
      ...answers,
      graph: failed({ title: "Too slow", detail: "It took 5 s.", status: 503 }),
    }),
  );
  assert.match(shown, /Too slow It took 5 s\. Try again/);
  assert.match(shown, /Latest articles/);
});

test("an alias is marked with the language of its script", () => {
  assert.match(entityView(answers).toString(), /lang="zh">阿达</);
});

test("an entity is shown with those it belongs together with", () => {
  const shown = plainText(
    entityView({
      ...answers,
      community: answered({
        community: { members: [company("Ada"), company("Bo")] },
      }),
    }),
  );
  assert.match(shown, /Belongs together with Bo/);
});

test("an entity's page asks how it is connected with another", () => {
  const shown = entityView(answers).toString();
  assert.match(shown, /name="connect" value="company:Ada"/);
  assert.match(shown, /<input[^>]*name="with"/);
});
