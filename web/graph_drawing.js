// Draws a neighbourhood with cytoscape.
import { fitted } from "./graph_layout.js";
import { entityTypes, relationVerb, reservations } from "./words.js";

/**
 * @typedef {import("./api_types.js").Neighbourhood} Neighbourhood
 * @typedef {import("./api_types.js").GraphEdge} GraphEdge
 * @typedef {typeof import("./vendor/cytoscape.js")} Cytoscape
 * @typedef {import("./vendor/cytoscape.js").Core} Core
 *
 * @typedef {object} Palette
 * @property {Record<string, string>} types  colour by entity type
 * @property {string} ink
 * @property {string} quiet
 * @property {string} line
 * @property {string} paper
 * @property {string} focus
 * @property {string} font
 */

// The shapes of `typeMark`.
const shapes = /** @type {Record<string, string>} */ ({
  person: "ellipse",
  company: "round-rectangle",
  government: "pentagon",
  organization: "hexagon",
  place: "diamond",
  facility: "triangle",
  commodity: "octagon",
  agreement: "tag",
  product: "star",
});

/** @param {number | undefined} articles */
const size = (articles = 1) => Math.min(30, 10 + 3 * Math.log2(1 + articles));

/** @param {GraphEdge} edge */
const edgeLabel = (edge) =>
  edge.type ? [relationVerb(edge.type), ...reservations(edge)].join(" · ") : "";

/** @param {GraphEdge} edge */
const edgeClass = (edge) => {
  if (!edge.type) return "company-only";
  return reservations(edge).length > 0 ? "typed reserved" : "typed";
};

/** @param {Neighbourhood} graph */
export const elements = ({ nodes, edges }) => {
  const known = new Set(nodes.map((node) => node.id));
  const circle = (/** @type {number} */ i) => ({
    x: i === 0 ? 0 : 260 * Math.cos((2 * Math.PI * i) / (nodes.length - 1)),
    y: i === 0 ? 0 : 200 * Math.sin((2 * Math.PI * i) / (nodes.length - 1)),
  });
  return [
    ...nodes.map(({ id, name, type, article_count }, i) => ({
      data: { id, name, type, size: i === 0 ? 36 : size(article_count) },
      classes: i === 0 ? `${type} root` : type,
      position: circle(i),
    })),
    ...edges
      .filter(({ source, target }) => known.has(source) && known.has(target))
      .map((edge) => ({
        data: {
          source: edge.source,
          target: edge.target,
          label: edgeLabel(edge),
          width: 0.8 + 1.4 * (edge.weight ?? 0.3),
        },
        classes: edgeClass(edge),
      })),
  ];
};

/** @param {Palette} palette */
const styles = (palette) => [
  {
    selector: "node",
    style: {
      label: "data(name)",
      width: "data(size)",
      height: "data(size)",
      color: palette.ink,
      "font-family": palette.font,
      "font-size": 11.5,
      "text-valign": "bottom",
      "text-margin-y": 4,
      "text-wrap": "wrap",
      "text-max-width": "92px",
      "text-background-color": palette.paper,
      "text-background-opacity": 0.8,
      "text-background-padding": "1px",
      "background-color": palette.quiet,
    },
  },
  ...entityTypes.map((type) => ({
    selector: `.${type}`,
    style: { shape: shapes[type], "background-color": palette.types[type] },
  })),
  {
    selector: ".root",
    style: { "font-size": 13, "font-weight": "bold" },
  },
  {
    selector: "edge",
    style: {
      width: "data(width)",
      "line-color": palette.line,
      "curve-style": "bezier",
      color: palette.quiet,
      "font-family": palette.font,
      "font-size": 10,
      "text-rotation": "autorotate",
      "text-background-color": palette.paper,
      "text-background-opacity": 0.9,
      "text-background-padding": "1px",
    },
  },
  {
    selector: ".typed",
    style: {
      "target-arrow-color": palette.line,
      "target-arrow-shape": "triangle",
      "arrow-scale": 0.8,
    },
  },
  { selector: ".reserved", style: { "line-style": "dashed" } },
  { selector: ".company-only", style: { "line-style": "dotted" } },
  {
    selector: ".near",
    style: {
      label: "data(label)",
      "line-color": palette.quiet,
      "target-arrow-color": palette.quiet,
    },
  },
  { selector: ".faint", style: { opacity: 0.2 } },
  {
    selector: ".chosen",
    style: { "border-width": 3, "border-color": palette.focus },
  },
];

/**
 * @param {Cytoscape} cytoscape
 * @param {HTMLElement} container
 * @param {Neighbourhood} graph
 * @param {Palette} palette
 * @returns {Core}
 */
const draw = (cytoscape, container, graph, palette) => {
  const core = cytoscape({
    container,
    elements: elements(graph),
    style: /** @type {any} */ (styles(palette)),
    layout: /** @type {any} */ ({
      name: "cose",
      animate: false,
      randomize: false, // The same graph looks the same every time.
      fit: false,
      nodeRepulsion: () => 90_000,
      idealEdgeLength: () => 90,
      nodeDimensionsIncludeLabels: true,
    }),
    zoom: 1,
    zoomingEnabled: false, // The wheel belongs to the document.
    userPanningEnabled: false,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  place(core, container);
  return core;
};

/** @param {Core} core  @param {HTMLElement} container */
const place = (core, container) => {
  const nodes = core.nodes().toArray();
  const points = fitted(
    nodes.map((node) => ({ ...node.position() })),
    { width: container.clientWidth, height: container.clientHeight },
  );
  nodes.forEach((node, i) => node.position(points[i]));
  core.pan({ x: 0, y: 0 });
};

/**
 * Brings out an entity and its neighbours, or, without one, the first of all.
 * @param {Core} core
 * @param {string} [id]
 */
const bringOut = (core, id) => {
  const node = id ? core.getElementById(id) : core.$(".root");
  core.elements().removeClass("near chosen faint");
  if (id) core.elements().not(node.closedNeighborhood()).addClass("faint");
  node.connectedEdges().addClass("near");
};

/**
 * Draws and lets pointer and keys choose an entity. Stop it with `destroy`.
 * @param {Cytoscape} cytoscape
 * @param {HTMLElement} container
 * @param {Neighbourhood} graph
 * @param {{palette: Palette, open: (id: string) => void,
 *   say: (text: string) => void}} options
 * @returns {Core}
 */
export const drawGraph = (cytoscape, container, graph, options) => {
  const core = draw(cytoscape, container, graph, options.palette);
  bringOut(core);

  core.on("tap", "node", (event) => options.open(event.target.id()));
  core.on("mouseover", "node", (event) => {
    bringOut(core, event.target.id());
    container.classList.add("graph-canvas-over");
  });
  core.on("mouseout", "node", () => {
    bringOut(core);
    container.classList.remove("graph-canvas-over");
  });
  core.on("resize", () => place(core, container));
  listenToKeys(core, container, graph, options);
  return core;
};

/** @type {Record<string, number>} */
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * @param {Core} core
 * @param {HTMLElement} container
 * @param {Neighbourhood} graph
 * @param {{open: (id: string) => void, say: (text: string) => void}} options
 */
const listenToKeys = (core, container, { nodes }, { open, say }) => {
  let chosen = 0;
  container.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step) {
      chosen = (chosen + step + nodes.length) % nodes.length;
      bringOut(core, nodes[chosen].id);
      core.getElementById(nodes[chosen].id).addClass("chosen");
      say(nodes[chosen].name);
    } else if (event.key === "Enter") {
      open(nodes[chosen].id);
    } else {
      return;
    }
    event.preventDefault();
  });
  container.addEventListener("blur", () => bringOut(core));
};
