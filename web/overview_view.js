// What the archive is about: what is new in it, what it turned on of late, and
// which groups belong together.
import { html } from "./html.js";
import { dated, entityLink, evidenceQuote, reservationBadges } from "./parts.js";
import { count, relationVerb } from "./words.js";

/**
 * @typedef {import("./api_types.js").NewAnswer} NewAnswer
 * @typedef {import("./api_types.js").CentralAnswer} CentralAnswer
 * @typedef {import("./api_types.js").Community} Community
 * @typedef {import("./api_types.js").RelationSummary} RelationSummary
 */

/** @param {RelationSummary} relation */
const newRelation = (relation) => html`<li class="edge">
  <details class="edge-details">
    <summary class="edge-summary">
      <span class="edge-name">${entityLink(relation.source)} ${relationVerb(
        relation.type,
      )} ${entityLink(relation.target)}${reservationBadges(relation)}</span>
    </summary>
    ${(relation.evidence ?? []).map(evidenceQuote)}
  </details>
</li>`;

/** @param {NewAnswer} news */
export const newsSection = (news) =>
  news.entities.length + news.relations.length > 0 &&
  html`<section class="overview-part" aria-labelledby="new-title">
    <h2 class="section-title" id="new-title">New in the last days
      <span class="overview-note">since ${dated(news.from)}</span></h2>
    <ul class="edges">${news.relations.map(newRelation)}</ul>
    ${
      news.entities.length > 0 &&
      html`<p class="overview-names">First named: ${news.entities.map(
        (entity) => html`<span class="overview-name">${entityLink(entity)}</span> `,
      )}</p>`
    }
  </section>`;

/** @param {CentralAnswer} central */
export const centralSection = (central) =>
  central.entities.length > 0 &&
  html`<section class="overview-part" aria-labelledby="central-title">
    <h2 class="section-title" id="central-title">What the last month turned on
    </h2>
    <ol class="top-list">${central.entities.map(
      ({ entity, stories }) =>
        html`<li class="top-item">${entityLink(entity)}
          <span class="top-count">${count(stories, "story", "stories")}</span>
        </li>`,
    )}</ol>
  </section>`;

/** @param {Community} community */
const communityItem = (community) => html`<li class="community">
  ${community.members.map(
    (member) => html`<span class="overview-name">${entityLink(member)}</span> `,
  )}
  ${
    community.member_count > community.members.length &&
    html`<span class="overview-note">and ${count(
      community.member_count - community.members.length,
      "other",
    )}</span>`
  }
</li>`;

/** @param {Community[]} communities */
export const communitiesSection = (communities) =>
  communities.length > 0 &&
  html`<section class="overview-part" aria-labelledby="communities-title">
    <h2 class="section-title" id="communities-title">What belongs together</h2>
    <ul class="communities">${communities.map(communityItem)}</ul>
  </section>`;
