import assert from "node:assert/strict";
import { test } from "node:test";
import { elements } from "../../web/graph_drawing.js";
import {
  connected,
  exportLinks,
  withReservations,
} from "../../web/graph_view.js";
import { fitted } from "../../web/graph_layout.js";

const frame = { width: 600, height: 400 };

test("every entity stays inside the frame", () => {
  const points = Array.from({ length: 60 }, (_, i) => ({ x: i * i, y: -i }));
  for (const { x, y } of fitted(points, frame)) {
    assert.ok(x > 0 && x < frame.width && y > 0 && y < frame.height);
  }
});

test("names that lay on each other are moved apart", () => {
  const [a, b] = fitted(
    [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ],
    frame,
  );
  assert.ok(Math.abs(a.x - b.x) > 80 || Math.abs(a.y - b.y) > 45);
});

test("an edge to an entity that is not there is not drawn", () => {
  const drawn = elements({
    nodes: [{ id: "a", name: "A", type: "place" }],
    edges: [{ source: "a", target: "b", type: "part_of", weight: 1 }],
  });
  assert.equal(drawn.length, 1);
});

test("entities whose edges were left out are left out too, and counted", () => {
  const node = (id) => ({ id, name: id, type: "place" });
  const graph = connected({
    nodes: [node("a"), node("b"), node("c")],
    edges: [{ source: "b", target: "a" }],
    nodes_left_out: 4,
  });
  assert.deepEqual(
    graph.nodes.map(({ id }) => id),
    ["a", "b"],
  );
  assert.equal(graph.nodes_left_out, 5);
});

test("an edge is drawn with what its relation is said to be", () => {
  const company = (id) => ({ id, name: id, type: "company" });
  const graph = {
    nodes: [company("a"), company("b")],
    edges: [
      { source: "a", target: "b", type: "sells" },
      { source: "b", target: "a", type: "sells" },
    ],
  };
  const relation = {
    type: "sells",
    source: company("a"),
    target: company("b"),
    modality: "planned",
    negated: true,
  };
  const drawn = elements(withReservations(graph, [relation])).slice(2);
  assert.deepEqual(
    drawn.map(({ data }) => data.label),
    ["sells · planned · denied", "sells"],
  );
});

test("what is planned or denied is written at its edge", () => {
  const [, , edge] = elements({
    nodes: [
      { id: "a", name: "A", type: "company" },
      { id: "b", name: "B", type: "company" },
    ],
    edges: [
      { source: "a", target: "b", type: "acquires", modality: "planned" },
    ],
  });
  assert.equal(edge.data.label, "acquires · planned");
});

test("an export is of the entity, as far as it is drawn, in every form", () => {
  const links = String(exportLinks("company:株 a&b", 2));
  const addresses = [...links.matchAll(/href="([^"]+)"/g)].map(
    ([, href]) => new URL(href.replaceAll("&amp;", "&"), "http://x"),
  );
  assert.equal(addresses.length, 5);
  for (const { pathname, searchParams } of addresses) {
    assert.equal(pathname, "/v1/export/graph");
    assert.equal(searchParams.get("entity"), "company:株 a&b");
    assert.equal(searchParams.get("hops"), "2");
  }
});
