// Fits a layout into its frame: every name readable at its full size, none on
// top of another.

/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {{width: number, height: number}} Size
 */

// Around the centre of an entity's mark: room for the mark and its name.
const room = { width: 96, height: 54 };
const margin = { x: 52, top: 26, bottom: 54 };
const rounds = 120;

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
const clamped = (value, least, most) =>
  Math.min(Math.max(value, least), Math.max(least, most));

/**
 * @param {Point[]} points
 * @param {Size} frame
 * @returns {Point[]} stretched to the frame in each direction
 */
const stretched = (points, frame) => {
  const scale = (
    /** @type {number[]} */ values,
    /** @type {number} */ begin,
    /** @type {number} */ end,
  ) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const span = most - least;
    return values.map((value) =>
      span === 0
        ? (begin + end) / 2
        : begin + ((value - least) / span) * (end - begin),
    );
  };
  const xs = scale(
    points.map(({ x }) => x),
    margin.x,
    frame.width - margin.x,
  );
  const ys = scale(
    points.map(({ y }) => y),
    margin.top,
    frame.height - margin.bottom,
  );
  return points.map((_, i) => ({ x: xs[i], y: ys[i] }));
};

/**
 * How far to move b away from a, along the shorter way out of its room.
 * @param {Point} a
 * @param {Point} b
 * @returns {Point | null} null if they are apart
 */
const push = (a, b) => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const overlap = {
    x: room.width - Math.abs(dx),
    y: room.height - Math.abs(dy),
  };
  if (overlap.x <= 0 || overlap.y <= 0) return null;
  const away = (/** @type {number} */ d) => (d < 0 ? -1 : 1);
  return overlap.x / room.width < overlap.y / room.height
    ? { x: away(dx) * overlap.x, y: 0 }
    : { x: 0, y: away(dy) * overlap.y };
};

/**
 * @param {Point[]} points  as a layout left them, on any scale
 * @param {Size} frame
 * @returns {Point[]} inside the frame; apart, if there is room for all
 */
export const fitted = (points, frame) => {
  const placed = stretched(points, frame);
  for (let round = 0; round < rounds; ++round) {
    let moved = false;
    for (let i = 0; i < placed.length; ++i) {
      for (let j = i + 1; j < placed.length; ++j) {
        const step = push(placed[i], placed[j]);
        if (!step) continue;
        moved = true;
        placed[i].x -= step.x / 4;
        placed[i].y -= step.y / 4;
        placed[j].x += step.x / 4;
        placed[j].y += step.y / 4;
      }
    }
    for (const point of placed) {
      point.x = clamped(point.x, margin.x, frame.width - margin.x);
      point.y = clamped(point.y, margin.top, frame.height - margin.bottom);
    }
    if (!moved) break;
  }
  return placed;
};
