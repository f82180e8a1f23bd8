// The typed relations of an entity, by type and direction, with the sentences
// that state them.
import { rejectMenu } from "./curation_view.js";
import { html } from "./html.js";
import {
  dated,
  entityLink,
  evidenceQuote,
  meta,
  reservationBadges,
} from "./parts.js";
import { count, relationHeading } from "./words.js";

/**
 * @typedef {import("./api_types.js").Edge} Edge
 */

/**
 * @param {Edge[]} edges  strongest first
 * @returns {{heading: string, edges: Edge[]}[]} in the order of their strongest
 */
export const edgeGroups = (edges) => {
  /** @type {Map<string, Edge[]>} */
  const groups = new Map();
  for (const edge of edges) {
    const heading = relationHeading(edge.type, edge.direction);
    groups.set(heading, [...(groups.get(heading) ?? []), edge]);
  }
  return [...groups].map(([heading, grouped]) => ({ heading, edges: grouped }));
};

/** @param {Edge} edge */
const edgeItem = (edge) => {
  const other = edge.direction === "out" ? edge.target : edge.source;
  return html`<li class="edge">
    <details class="edge-details">
      <summary class="edge-summary">
        <span class="edge-name">${entityLink(other)}${reservationBadges(edge)}</span>
        <span class="edge-meta">${meta([
          count(edge.stories, "story", "stories"),
          dated(edge.last_reported),
        ])}</span>
      </summary>
      ${edge.evidence.map(
        (evidence) =>
          html`${evidenceQuote(evidence)}${rejectMenu(edge, evidence)}`,
      )}
    </details>
  </li>`;
};

/** @param {Edge[]} edges */
export const relationGroups = (edges) =>
  html`<div class="edge-groups">${edgeGroups(edges).map(
    (group) =>
      html`<section class="edge-group">
        <h3 class="edge-heading">${group.heading}</h3>
        <ul class="edges">${group.edges.map(edgeItem)}</ul>
      </section>`,
  )}</div>`;
