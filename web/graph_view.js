// A neighbourhood: the frame it is drawn into, its legend, and the same in
// words for those who do not see the drawing.
import { html } from "./html.js";
import { entityLink, reservationBadges, typeMark } from "./parts.js";
import { entityHref, exportHref, graphHref, maxHops } from "./route.js";
import { count, entityTypes, relationVerb, typeName } from "./words.js";

/**
 * @typedef {import("./api_types.js").Neighbourhood} Neighbourhood
 * @typedef {import("./api_types.js").Entity} Entity
 * @typedef {import("./api_types.js").Edge} Edge
 */

/**
 * Without the entities whose edges were all left out: nothing would say why
 * they are there. The first one stays.
 * @param {Neighbourhood} graph
 * @returns {Neighbourhood}
 */
export const connected = (graph) => {
  const ends = new Set(
    graph.edges.flatMap(({ source, target }) => [source, target]),
  );
  const nodes = graph.nodes.filter(({ id }, i) => i === 0 || ends.has(id));
  const dropped = graph.nodes.length - nodes.length;
  return {
    ...graph,
    nodes,
    nodes_left_out: (graph.nodes_left_out ?? 0) + dropped,
  };
};

/** @param {{type?: string, source: string, target: string}} edge */
const edgeKey = ({ type, source, target }) => `${source}|${type}|${target}`;

/**
 * With what is planned, rumoured or denied of the edges that are also among
 * `relations`.
 * @param {Neighbourhood} graph
 * @param {Edge[]} relations
 * @returns {Neighbourhood}
 */
export const withReservations = (graph, relations) => {
  const said = new Map(
    relations.map(({ type, source, target, modality, negated }) => [
      edgeKey({ type, source: source.id, target: target.id }),
      { modality, negated },
    ]),
  );
  const edges = graph.edges.map((edge) => ({
    ...said.get(edgeKey(edge)),
    ...edge,
  }));
  return { ...graph, edges };
};

/** @param {Neighbourhood} graph */
const legend = ({ nodes }) => {
  const types = new Set(nodes.map((node) => node.type));
  return html`<ul class="legend" aria-label="Legend">${entityTypes
    .filter((type) => types.has(type))
    .map(
      (type) =>
        html`<li class="legend-item">${typeMark(type)}${typeName(type)}</li>`,
    )}</ul>`;
};

/** @param {Neighbourhood} graph */
const leftOut = ({ nodes_left_out = 0, edges_left_out = 0 }) =>
  nodes_left_out + edges_left_out > 0 &&
  html`<p class="graph-note">The strongest only:
    ${count(nodes_left_out, "entity", "entities")} and
    ${count(edges_left_out, "relation")} are left out.</p>`;

/** @param {Neighbourhood} graph */
export const graphList = ({ nodes, edges }) => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return html`<ul class="graph-list">${edges.map((edge) => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
    if (!from || !to) return "";
    return html`<li>${entityLink(from)}
      <span class="graph-list-verb">${
        edge.type ? relationVerb(edge.type) : "is named with"
      }</span> ${entityLink(to)}${reservationBadges(edge)}</li>`;
  })}</ul>`;
};

/** @param {Neighbourhood} graph */
const description = ({ nodes, edges }) =>
  [
    `${count(nodes.length, "entity", "entities")} and`,
    `${count(edges.length, "relation")}.`,
    "Arrow keys choose an entity, Enter opens it;",
    "the list below says the same.",
  ].join(" ");

/** @param {Neighbourhood} graph */
export const graphFigure = (graph) =>
  graph.nodes.length < 2
    ? html`<p class="graph-note">Nothing is near enough to draw.</p>`
    : html`<figure class="graph">
        <div class="graph-canvas" data-graph tabindex="0" role="group"
          aria-roledescription="graph"
          aria-label="${description(graph)}"></div>
        <figcaption class="graph-caption">
          ${legend(graph)}
          <p class="graph-note">An arrow: a sentence states it. Dotted: named
            together.</p>
          ${leftOut(graph)}
          <details class="graph-words">
            <summary>As a list</summary>
            ${graphList(graph)}
          </details>
        </figcaption>
      </figure>`;

const exportFormats = [
  { format: "csv", name: "CSV" },
  { format: "gexf", name: "GEXF" },
  { format: "graphml", name: "GraphML" },
  { format: "jsonl", name: "JSON Lines" },
  { format: "nt", name: "N-Triples" },
];

/** @param {string} id  @param {number} hops */
export const exportLinks = (id, hops) => html`
  <p class="graph-note">Export: ${exportFormats.map(
    ({ format, name }) =>
      html`<a href="${exportHref(id, hops, format)}" download>${name}</a> `,
  )}</p>`;

/**
 * The large drawing.
 * @param {Entity} entity
 * @param {Neighbourhood} graph
 * @param {number} hops
 */
export const graphView = (entity, graph, hops) => html`
  <div class="graph-view">
    <div class="graph-head">
      <h1 class="graph-title" tabindex="-1">Around ${entityLink(entity)}</h1>
      <nav class="steps" aria-label="How far">${Array.from(
        { length: maxHops },
        (_, i) =>
          html`<a class="steps-item" href="${graphHref(entity.id, i + 1)}"${
            i + 1 === hops && html` aria-current="true"`
          }>${count(i + 1, "step")}</a>`,
      )}</nav>
      <a href="${entityHref(entity.id)}">Reasons and articles</a>
    </div>
    ${graphFigure(graph)}
    ${exportLinks(entity.id, hops)}
  </div>`;
