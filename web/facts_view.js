// Quantities through time: each series with a small drawing and its points,
// every point with its sentence.
import { html } from "./html.js";
import { entityLink, evidenceQuote, meta } from "./parts.js";
import { count, day, number } from "./words.js";

/**
 * @typedef {import("./api_types.js").FactSeries} FactSeries
 * @typedef {import("./api_types.js").FactPoint} FactPoint
 * @typedef {import("./api_types.js").FactsAnswer} FactsAnswer
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 */

const width = 320;
const height = 72;
const margin = 6;

/**
 * Where the dated points of a series lie in a drawing of 320 by 72; empty
 * where there are fewer than two dates to tell apart.
 * @param {FactPoint[]} points
 * @returns {{x: number, y: number, point: FactPoint}[]}
 */
export const placePoints = (points) => {
  const timed = points
    .map((point) => ({ point, time: Date.parse(point.date ?? "") }))
    .filter(({ time }) => !Number.isNaN(time));
  const times = timed.map(({ time }) => time);
  const values = timed.map(({ point }) => point.value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!(first < last)) return [];
  const share = (/** @type {number} */ value) =>
    high > low ? (value - low) / (high - low) : 0.5;
  return timed.map(({ point, time }) => ({
    x: margin + ((time - first) / (last - first)) * (width - 2 * margin),
    y: height - margin - share(point.value) * (height - 2 * margin),
    point,
  }));
};

/** @param {FactPoint} point */
const dateOf = ({ date }) =>
  date && (/^\d{4}-\d\d-\d\d$/.test(date) ? day(date) : date);

/** @param {FactSeries} series */
const drawing = ({ points, unit, measure }) => {
  const placed = placePoints(points);
  if (placed.length < 2) return "";
  const at = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  const line = placed.map(({ x, y }) => `${at(x)},${at(y)}`).join(" ");
  const values = placed.map(({ point }) => point.value);
  const first = dateOf(placed[0].point);
  const last = dateOf(placed[placed.length - 1].point);
  const label = `${measure} from ${first} to ${last}, between ${number(
    Math.min(...values),
  )} and ${number(Math.max(...values))} ${unit}`;
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img"
      aria-label="${label}">
    <polyline class="chart-line" points="${line}"/>
    ${placed.map(
      ({ x, y, point }) =>
        html`<circle class="chart-point${
          point.disputed ? " chart-point-disputed" : ""
        }" cx="${at(x)}" cy="${at(y)}" r="3"><title>${dateOf(point)}: ${number(
          point.value,
        )} ${unit}</title></circle>`,
    )}
  </svg>
  <p class="chart-ends"><span>${first}</span><span>${last}</span></p>`;
};

/**
 * What several articles say alike stands once.
 * @param {FactPoint[]} points
 * @returns {FactPoint[][]} in the order of their first
 */
export const alikePoints = (points) => {
  /** @type {Map<string, FactPoint[]>} */
  const groups = new Map();
  for (const point of points) {
    const key = `${point.date}|${point.value}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()];
};

/**
 * @param {FactPoint[]} points  alike
 * @param {string} unit
 */
const pointItem = (points, unit) => html`<li class="fact">
  <details class="fact-details">
    <summary class="fact-summary">
      <span class="fact-value">${number(points[0].value)} ${unit}</span>
      <span class="fact-date">${meta([
        dateOf(points[0]) || "undated",
        points.length > 1 && count(points.length, "article"),
        points[0].disputed &&
          html`<span class="badge badge-denied">disputed</span>`,
      ])}</span>
    </summary>
    ${points.map(({ evidence }) => evidenceQuote(evidence))}
  </details>
</li>`;

/** Points that stand under the drawing; the rest unfolds. */
const shownPoints = 3;

/**
 * @param {FactSeries} series
 * @param {EntitySummary} subject  whose page it is
 */
const seriesItem = (series, subject) => {
  const newest = alikePoints([...series.points].reverse());
  const item = (/** @type {FactPoint[]} */ points) =>
    pointItem(points, series.unit);
  return html`<li class="series">
    <h3 class="series-title">${series.measure}${
      series.commodity &&
      series.commodity.id !== subject.id &&
      html` of ${entityLink(series.commodity)}`
    }${
      series.entity.id !== subject.id &&
      html`, ${entityLink(series.entity)}`
    }</h3>
    ${drawing(series)}
    <ul class="facts">${newest.slice(0, shownPoints).map(item)}</ul>
    ${
      newest.length > shownPoints &&
      html`<details class="more-evidence">
      <summary>${count(newest.length - shownPoints, "more value")}</summary>
      <ul class="facts">${newest.slice(shownPoints).map(item)}</ul>
    </details>`
    }
  </li>`;
};

/** @param {FactsAnswer} answer */
export const factsList = (answer) =>
  answer.series.length === 0
    ? html`<p class="graph-note">No number is said of it.</p>`
    : html`<ul class="series-list">${answer.series.map((series) =>
        seriesItem(series, answer.entity),
      )}</ul>
      ${
        answer.total > answer.series.length &&
        html`<p class="graph-note">${count(
          answer.total - answer.series.length,
          "more measure",
        )} not shown.</p>`
      }`;
