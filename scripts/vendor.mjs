// Copies the graph library from node_modules/ to web/vendor/, from where the
// page loads it: `npm ci --omit=dev && node scripts/vendor.mjs`.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const library = path("node_modules/cytoscape");
const vendor = path("web/vendor");

if (!existsSync(library)) {
  console.error(`${library} is missing: run \`npm ci\` in ${path("")}`);
  process.exit(1);
}
mkdirSync(vendor, { recursive: true });
copyFileSync(`${library}/dist/cytoscape.esm.min.mjs`, `${vendor}/cytoscape.js`);
copyFileSync(`${library}/index.d.ts`, `${vendor}/cytoscape.d.ts`);
copyFileSync(`${library}/LICENSE`, `${vendor}/cytoscape.LICENSE`);
