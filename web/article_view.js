// One article: its text with the mentions marked, and what was read in it.
import { html, webAddress } from "./html.js";
import {
  articleMeta,
  dated,
  entityLink,
  inScript,
  knownType,
  meta,
  reservationBadges,
  titleOf,
} from "./parts.js";
import { articleHref, entityHref } from "./route.js";
import {
  codePoints,
  paragraphs,
  showSpans,
  withoutOverlaps,
} from "./text_spans.js";
import { count, number, relationVerb, typeName } from "./words.js";

/**
 * @typedef {import("./api_types.js").Article} Article
 * @typedef {import("./api_types.js").ArticleAnswer} ArticleAnswer
 * @typedef {import("./api_types.js").ArticleRelation} ArticleRelation
 * @typedef {import("./api_types.js").ChangedSentences} ChangedSentences
 * @typedef {import("./api_types.js").Mention} Mention
 * @typedef {import("./api_types.js").Report} Report
 * @typedef {import("./api_types.js").Story} Story
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").SimilarArticle} SimilarArticle
 * @typedef {import("./html.js").Html} Html
 * @typedef {import("./route.js").Place} Place
 */

/**
 * @param {Html} text
 * @param {Mention} mention
 */
const mentionLink = (text, { entity, type, name, nominal }) =>
  html`<a class="mention mention-${knownType(type)}${
    nominal && " mention-nominal"
  }" href="${entityHref(entity)}" title="${
    name && `${name} · ${typeName(type)}`
  }">${text}</a>`;

/**
 * Shows a range of the text with its mentions, and the sentence at `place`
 * highlighted.
 * @param {string[]} points
 * @param {Mention[]} mentions
 * @param {Place | null} place
 */
const showText = (points, mentions, place) => {
  const spans = withoutOverlaps(mentions);
  const withMentions = (/** @type {{begin: number, end: number}} */ range) =>
    showSpans(points, range, spans, mentionLink);
  return (/** @type {{begin: number, end: number}} */ range) =>
    showSpans(
      points,
      range,
      place ? [place] : [],
      (text) => html`<mark class="sentence" data-sentence>${text}</mark>`,
      withMentions,
    );
};

/**
 * @param {string} text
 * @param {Mention[]} mentions
 * @param {Place | null} place
 */
export const titleText = (text, mentions, place) => {
  const points = codePoints(text);
  const show = showText(
    points,
    mentions.filter((mention) => mention.in_title),
    place?.in_title ? place : null,
  );
  return show({ begin: 0, end: points.length });
};

/**
 * @param {string} body
 * @param {Mention[]} mentions
 * @param {Place | null} place
 */
export const bodyText = (body, mentions, place) => {
  const show = showText(
    codePoints(body),
    mentions.filter((mention) => !mention.in_title),
    place && !place.in_title ? place : null,
  );
  return html`${paragraphs(body).map((range) => html`<p>${show(range)}</p>`)}`;
};

/**
 * @param {Mention[]} mentions
 * @returns {(EntitySummary & {times: number})[]} most often named first
 */
export const namedEntities = (mentions) => {
  /** @type {Map<string, EntitySummary & {times: number}>} */
  const named = new Map();
  for (const { entity, type, name, nominal } of mentions) {
    const before = named.get(entity);
    if (before) before.times += 1;
    else if (!nominal) {
      named.set(entity, { id: entity, type, name: name ?? entity, times: 1 });
    }
  }
  return [...named.values()].sort((a, b) => b.times - a.times);
};

/**
 * @param {string | undefined} name
 * @param {string} id  says it nearly as well: `place:south-korea`
 */
const entityName = (name, id) =>
  inScript(name ?? id.replace(/^[^:]*:/, "").replaceAll("-", " "));

/**
 * @param {string} article
 * @param {ArticleRelation} relation
 * @param {Place | null} place
 */
const relationItem = (article, relation, place) => {
  const current =
    place !== null &&
    place.begin === relation.begin &&
    place.end === relation.end &&
    place.in_title === Boolean(relation.in_title);
  return html`<li class="read">
    <a class="read-link" href="${articleHref(article, relation)}"${
      current && html` aria-current="true"`
    }>${entityName(relation.source_name, relation.source)}
      <b class="reason-verb">${relationVerb(relation.type)}</b>
      ${entityName(relation.target_name, relation.target)}</a>${reservationBadges(
        relation,
      )}${relation.date && html` <span class="read-date">${relation.date}</span>`}
  </li>`;
};

/** @param {SimilarArticle} similar */
const similarItem = (similar) => html`<li class="read">
  <a class="read-link" href="${articleHref(similar.id)}"
    lang="${similar.language}">${titleOf(similar)}</a>
  <p class="read-date">${articleMeta(similar)}</p></li>`;

/**
 * @param {string} label
 * @param {ChangedSentences} [changed]
 */
const changedSentences = (label, changed) =>
  changed !== undefined &&
  changed.total > 0 &&
  html`<details class="changed">
    <summary>${label} ${count(changed.total, "sentence")}</summary>
    <ul>${changed.sentences.map(({ text }) => html`<li>${text}</li>`)}</ul>
  </details>`;

/**
 * @param {Report} report
 * @param {boolean} first
 * @param {string} shown  the id of the article that is shown
 */
const reportItem = (report, first, shown) => html`<li class="read">
  <a class="read-link" href="${articleHref(report.id)}"
    lang="${report.language}"${
      report.id === shown && html` aria-current="true"`
    }>${titleOf(report)}</a>
  <p class="read-date">${articleMeta(report)}${first && " · first report"}</p>
  ${changedSentences("added", report.added)}
  ${changedSentences("left out", report.removed)}</li>`;

/**
 * Who else told the news, and what they changed.
 * @param {Story | null} story
 * @param {string} shown
 */
const storyPart = (story, shown) =>
  story !== null &&
  story.total > 1 &&
  html`<details class="story">
    <summary class="side-title">
      One story, ${count(story.total, "report")}
    </summary>
    <ul class="reads">${story.reports.map((report, i) =>
      reportItem(report, i === 0, shown),
    )}</ul>
  </details>`;

/**
 * The day of the last change, unless it is that of the first.
 * @param {Article} article
 */
const updated = ({ modified, published }) =>
  modified &&
  modified.slice(0, 10) !== published?.slice(0, 10) &&
  html`updated ${dated(modified)}`;

/**
 * @param {ArticleAnswer} answer
 * @param {Place | null} place  the sentence to show
 * @param {{story?: Story | null, similar?: SimilarArticle[]}} [others]
 */
export const articleView = (
  { article, mentions = [], relations = [] },
  place,
  { story = null, similar = [] } = {},
) => {
  const url = webAddress(article.url);
  return html`<div class="article">
    <article class="article-text" lang="${article.language}">
      <header class="article-head">
        <p class="article-meta" lang="en">${articleMeta(article)}${meta([
          article.section,
          article.authors?.length && article.authors.join(", "),
          updated(article),
        ])}</p>
        <h1 class="article-title" tabindex="-1">${titleText(
          titleOf(article),
          mentions,
          place,
        )}</h1>
        ${
          url &&
          html`<p class="article-origin" lang="en"><a href="${url}"
          rel="noopener noreferrer external">Read it at the source</a></p>`
        }
      </header>
      <div class="article-body">
        ${bodyText(article.body ?? "", mentions, place)}
      </div>
    </article>
    <aside class="article-side" aria-label="Read in this article">
      ${storyPart(story, article.id)}
      ${
        relations.length > 0 &&
        html`<h2 class="side-title">Read in this article</h2>
        <ul class="reads">${relations.map((relation) =>
          relationItem(article.id, relation, place),
        )}</ul>`
      }
      ${
        mentions.length > 0 &&
        html`<h2 class="side-title">Named here</h2>
        <ul class="named">${namedEntities(mentions).map(
          (entity) =>
            html`<li class="top-item">${entityLink(entity)}
              <span class="top-count">${number(entity.times)}</span></li>`,
        )}</ul>`
      }
      ${
        similar.length > 0 &&
        html`<h2 class="side-title">Similar articles</h2>
        <ul class="reads">${similar.map(similarItem)}</ul>`
      }
    </aside>
  </div>`;
};
